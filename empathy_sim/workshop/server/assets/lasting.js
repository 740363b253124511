/* A connection that is made again whenever it is lost.
 *
 * For each page that has one; what is said over it, and on the page, is the page's own.
 * Loaded first: it keeps the browser's own socket, whatever a page puts in its place.
 */
"use strict";

(() => {
  const FIRST_S = 0.5;
  const LONGEST_S = 10;
  const REFUSED_S = 10;
  const ASKED_EVERY_S = 5;
  const SILENT_S = 12;
  const AFTER_SLEEP_S = 2.5;
  const FAILURES_UNTIL_LOOK = 3;
  const REFUSED = 1008;

  const WORDS = {
    lost: "Reconnecting. Nothing you did is lost.",
    back: "Connected again.",
    moved: "This is open in another tab or on another device.",
    moveHere: "Go on here instead",
    again: "Try again now",
  };

  const RealSocket = window.WebSocket;

  class Lasting {
    static MOVED = 4001;
    static OVER = 4002;
    static RESTARTED = 4003;
    static WORDS = WORDS;

    /* What a page has to have:
     *   address()            where to connect, as far as the page has come
     *   opened()             it is connected
     *   heard(data)          something came
     *   closed(code, reason) whether it is the page that deals with it
     *   ask()                asks whether anybody is there
     *   say(words, button, pressed), hush()
     *   elsewhere()          the server is there, and this page no longer
     */
    constructor(page) {
      this.page = page;
      this.real = null;
      this.tab = null;
      this.failures = 0;
      this.isAway = false;
      this.isDone = false;
      this.heardAt = performance.now();
      this.askedAt = 0;
      this.waiting = 0;
      setInterval(() => this.look(), ASKED_EVERY_S * 1000);
      addEventListener("online", () => this.hurry());
      addEventListener("pagehide", () => this.real && this.real.close());
      addEventListener("pageshow", (event) => event.persisted && this.takeOver());
      document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
    }

    get isOpen() {
      return this.real !== null && this.real.readyState === RealSocket.OPEN;
    }

    connect() {
      clearTimeout(this.waiting);
      this.waiting = 0;
      const address = new URL(this.page.address(), location.href);
      // Without one it is opened now; by it, it takes nothing from a newer tab.
      address.searchParams.set("tab", this.tab ?? (document.body.dataset.tab || ""));
      address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
      const real = new RealSocket(address.href);
      real.binaryType = "arraybuffer";
      this.real = real;
      real.addEventListener("open", () => (real === this.real ? this.opened() : real.close()));
      real.addEventListener("message", (event) => {
        if (real !== this.real) return;
        this.heardAt = performance.now();
        if (!this.isNumber(event.data)) this.page.heard(event.data);
      });
      real.addEventListener("close", (event) => {
        if (real === this.real && !this.isDone) this.closed(event.code, event.reason);
      });
    }

    /* Which tab this is, in the order in which people opened them. */
    isNumber(data) {
      if (typeof data !== "string" || !data.startsWith('["tab"')) return false;
      this.tab = String(JSON.parse(data)[1]);
      return true;
    }

    opened() {
      this.heardAt = performance.now();
      this.page.opened();
    }

    /* Whether it had been away; from now on it is there. */
    isBack() {
      const was = this.isAway;
      this.isAway = false;
      this.failures = 0;
      return was;
    }

    closed(code, reason) {
      this.real = null;
      if (this.page.closed(code, reason)) return;
      if (code !== REFUSED) return this.lost();
      this.isAway = true;
      this.page.say(WORDS.lost);
      this.connectIn(REFUSED_S);
    }

    lost() {
      this.isAway = true;
      this.page.say(WORDS.lost, WORDS.again, () => this.startOver());
      const longest = Math.min(LONGEST_S, FIRST_S * 2 ** this.failures);
      this.failures += 1;
      this.connectIn(longest * (0.5 + Math.random() / 2));
      if (this.failures === FAILURES_UNTIL_LOOK) this.lookAtPage();
    }

    /* The server may be there, and this seat no longer, or somewhere else. */
    async lookAtPage() {
      try {
        const answer = await fetch(location.href, { redirect: "manual" });
        if (!answer.ok) this.page.elsewhere();
      } catch {
        /* no server: it is tried again as before */
      }
    }

    connectIn(seconds) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.connect(), seconds * 1000);
    }

    startOver() {
      this.page.hush();
      this.failures = 0;
      if (!this.real) this.connect();
    }

    /* Somebody opens this tab now, whichever was newer. */
    takeOver() {
      this.tab = "";
      this.startOver();
    }

    hurry() {
      if (!this.real && this.waiting) this.connect();
      else this.lookAfterSleep();
    }

    /* A connection that is gone may not have said so. Only one that leaves a question
       unanswered is silent: a browser looks seldom where a tab is hidden. */
    look() {
      if (!this.isOpen) return;
      const now = performance.now();
      if (this.askedAt <= this.heardAt) this.askWhetherItIsThere();
      else if (now - this.askedAt > SILENT_S * 1000) this.drop();
    }

    askWhetherItIsThere() {
      this.askedAt = performance.now();
      this.page.ask();
    }

    lookAfterSleep() {
      if (!this.isOpen) return;
      const real = this.real;
      this.askWhetherItIsThere();
      const asked = this.askedAt;
      setTimeout(() => {
        if (real === this.real && this.heardAt < asked) this.drop();
      }, AFTER_SLEEP_S * 1000);
    }

    drop() {
      const real = this.real;
      this.real = null;
      if (real) real.close();
      this.lost();
    }

    send(text) {
      if (this.isOpen) this.real.send(text);
    }

    end() {
      this.isDone = true;
      clearTimeout(this.waiting);
      if (this.real) this.real.close();
    }
  }

  window.Lasting = Lasting;
})();
