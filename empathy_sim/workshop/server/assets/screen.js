/* One screen, kept through every loss of the connection.
 *
 * Loaded before the terminal's own script, which opens one socket and never another.
 * What it gets here looks like a socket and outlives as many real ones as need be.
 */
"use strict";

(() => {
  const FIRST_S = 0.5;
  const LONGEST_S = 10;
  const REFUSED_S = 10;
  const RESTING_S = 30;
  const ASKED_EVERY_S = 5;
  const SILENT_S = 12;
  const AFTER_SLEEP_S = 2.5;
  const NOTE_S = 4;
  const LETTERS_S = 3;
  const FAILURES_UNTIL_LOOK = 3;
  const PIECE = 2000;
  const MOVES_APART_MS = 50;

  const MOVED = 4001;
  const OVER = 4002;
  const RESTARTED = 4003;
  const RESTING = 4004;
  const TURNED_OVER = 4005;
  const REFUSED = 1008;

  const WORDS = {
    lost: "Reconnecting. Nothing you did is lost.",
    back: "Connected again.",
    restarted: "The screen was restarted. Nothing you did is lost.",
    resting:
      "This screen keeps stopping. The facilitator has been told, and nothing you did is lost. It tries again by itself in half a minute.",
    moved: "This is open in another tab or on another device.",
    moveHere: "Go on here instead",
    over: "This screen is closed.",
    goOn: "Go on",
    again: "Try again now",
  };

  /* ---- What the page may not do for a terminal ---- */

  const nowhere = { readText: async () => "", writeText: async () => {} };
  try {
    Object.defineProperty(navigator, "clipboard", { value: nowhere });
  } catch {
    /* a browser that has it locked has no page of ours to fear */
  }
  window.open = () => null;
  window.confirm = () => false;
  if (location.search) {
    // The terminal's script would follow an address that it finds there.
    history.replaceState(null, "", location.pathname);
  }

  /* ---- The terminal's letters before the terminal ---- */

  /* It measures them once, when it opens: by other letters, its last lines would lie
     below the window's edge. */
  let begin = null;
  try {
    Object.defineProperty(window, "onload", { set: (begins) => (begin = begins) });
    addEventListener("load", async (event) => {
      const late = new Promise((after) => setTimeout(after, LETTERS_S * 1000));
      await Promise.race([document.fonts.load("16px 'Roboto Mono'"), late]).catch(() => {});
      if (begin) begin(event);
    });
  } catch {
    /* a browser that has it locked opens the terminal at once */
  }

  /* ---- What is told on the page ---- */

  let hiding = 0;

  function place() {
    let said = document.getElementById("screen-said");
    if (!said) {
      said = document.createElement("div");
      said.id = "screen-said";
      said.setAttribute("role", "status");
      Object.assign(said.style, { position: "fixed", inset: "0 0 auto 0", zIndex: 50 });
      document.body.append(said);
    }
    return said;
  }

  function tell(words, button, pressed) {
    clearTimeout(hiding);
    const said = place();
    const line = document.createElement("p");
    line.textContent = words;
    said.replaceChildren(line);
    if (button) {
      const press = document.createElement("button");
      press.type = "button";
      press.textContent = button;
      press.addEventListener("click", pressed);
      said.append(press);
    }
    said.hidden = false;
  }

  function tellAWhile(words) {
    tell(words);
    hiding = setTimeout(hush, NOTE_S * 1000);
  }

  function hush() {
    clearTimeout(hiding);
    place().hidden = true;
  }

  /* Keys are for the terminal from the start, unless a word is being written. A screen
     that is touched would put its own keyboard over half of it. */
  function takeKeys() {
    const isFree = !document.activeElement || document.activeElement === document.body;
    if (!isFree || matchMedia("(pointer: coarse)").matches) return;
    const keys = document.querySelector(".xterm-helper-textarea");
    if (keys) keys.focus({ preventScroll: true });
  }

  function arrived() {
    const coming = document.getElementById("coming");
    if (coming) coming.remove();
  }

  /* ---- The socket that outlives sockets ---- */

  const RealSocket = window.WebSocket;
  const IS_MOVE = /^\x1b\[<3[5-9];\d+;\d+M$/;

  class LastingSocket extends EventTarget {
    constructor(address) {
      super();
      this.address = new URL(address, location.href);
      this.address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
      this.binaryType = "arraybuffer";
      this.real = null;
      this.failures = 0;
      this.wasOpen = false;
      this.isAway = false;
      this.isDone = false;
      this.size = null;
      this.heardAt = performance.now();
      this.waiting = 0;
      this.move = null;
      this.moving = 0;
      setInterval(() => this.look(), ASKED_EVERY_S * 1000);
      addEventListener("online", () => this.hurry());
      addEventListener("pagehide", () => this.real && this.real.close());
      addEventListener("pageshow", (event) => event.persisted && this.hurry());
      document.addEventListener("visibilitychange", () => {
        if (!document.hidden) this.lookAfterSleep();
      });
      this.connect();
    }

    get readyState() {
      return this.real && this.real.readyState === RealSocket.OPEN
        ? RealSocket.OPEN
        : RealSocket.CONNECTING;
    }

    connect() {
      clearTimeout(this.waiting);
      this.waiting = 0;
      if (this.size) {
        this.address.searchParams.set("width", this.size.width);
        this.address.searchParams.set("height", this.size.height);
      }
      const real = new RealSocket(this.address.href);
      real.binaryType = "arraybuffer";
      this.real = real;
      real.addEventListener("open", () => this.opened(real));
      real.addEventListener("message", (event) => this.heard(real, event));
      real.addEventListener("close", (event) => this.closed(real, event.code, event.reason));
    }

    opened(real) {
      if (real !== this.real) return real.close();
      this.heardAt = performance.now();
      if (this.isAway) tellAWhile(WORDS.back);
      this.isAway = false;
      this.failures = 0;
      if (!this.wasOpen) {
        this.wasOpen = true;
        this.dispatchEvent(new Event("open"));
      } else {
        this.sendNow(["resize", this.size]);
      }
      takeKeys();
    }

    heard(real, event) {
      if (real !== this.real) return;
      this.heardAt = performance.now();
      // Of words only an answer; a page is opened or a file taken for no terminal.
      if (typeof event.data === "string" && !event.data.startsWith('["pong"')) return;
      if (typeof event.data !== "string") arrived();
      this.dispatchEvent(new MessageEvent("message", { data: event.data }));
    }

    closed(real, code, reason) {
      if (real !== this.real || this.isDone) return;
      this.real = null;
      switch (code) {
        case MOVED:
          return tell(WORDS.moved, WORDS.moveHere, () => this.startOver());
        case OVER:
          return this.over();
        case TURNED_OVER:
          return this.goOver(reason);
        case RESTARTED:
          tellAWhile(WORDS.restarted);
          return this.connectIn(0.1);
        case RESTING:
          this.isAway = true;
          tell(WORDS.resting, WORDS.again, () => this.startOver());
          return this.connectIn(RESTING_S);
        case REFUSED:
          this.isAway = true;
          tell(WORDS.lost);
          return this.connectIn(REFUSED_S);
        default:
          return this.lost();
      }
    }

    lost() {
      this.isAway = true;
      tell(WORDS.lost, WORDS.again, () => this.hurry());
      const longest = Math.min(LONGEST_S, FIRST_S * 2 ** this.failures);
      this.failures += 1;
      this.connectIn(longest * (0.5 + Math.random() / 2));
      if (this.failures === FAILURES_UNTIL_LOOK) this.lookAtPage();
    }

    over() {
      this.isDone = true;
      this.dispatchEvent(new CloseEvent("close", { code: OVER }));
      const next = document.querySelector("[data-over-url]");
      if (next) return location.assign(next.dataset.overUrl);
      return tell(WORDS.over, WORDS.goOn, () => location.reload());
    }

    /* Only where it was asked for: the board has another secret now. */
    goOver(secret) {
      if (!/^[\w-]{43}$/.test(secret)) return this.lost();
      this.isDone = true;
      return location.replace(`/f/${secret}`);
    }

    /* The server may be there, and this seat no longer. */
    async lookAtPage() {
      try {
        const answer = await fetch(location.href, { redirect: "manual" });
        if (!answer.ok) location.reload();
      } catch {
        /* no server: it is tried again as before */
      }
    }

    connectIn(seconds) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.connect(), seconds * 1000);
    }

    startOver() {
      hush();
      this.failures = 0;
      if (!this.real) this.connect();
      takeKeys();
    }

    hurry() {
      if (!this.real && this.waiting) this.connect();
      else this.lookAfterSleep();
    }

    /* A connection that is gone may not have said so. */
    look() {
      if (this.readyState !== RealSocket.OPEN) return;
      if (performance.now() - this.heardAt > SILENT_S * 1000) this.drop();
      else this.sendNow(["ping", String(Date.now())]);
    }

    lookAfterSleep() {
      if (this.readyState !== RealSocket.OPEN) return;
      const real = this.real;
      const asked = performance.now();
      this.sendNow(["ping", String(Date.now())]);
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

    /* ---- What the terminal sends ---- */

    /* Keys struck while nobody listens are forgotten: to act on them later would be
       to act on a screen that was not there. */
    send(text) {
      const packet = JSON.parse(text);
      switch (packet[0]) {
        case "resize":
          this.size = packet[1];
          return this.sendNow(packet);
        case "stdin":
          return this.type(packet[1]);
        default:
          return this.sendNow(packet);
      }
    }

    type(text) {
      if (IS_MOVE.test(text)) return this.moveTo(text);
      this.sendMove();
      for (const piece of pieces(text)) this.sendNow(["stdin", piece]);
    }

    /* A mouse reports every cell it passes; where it is now is enough. */
    moveTo(text) {
      this.move = text;
      if (!this.moving) {
        this.moving = setTimeout(() => this.sendMove(), MOVES_APART_MS);
      }
    }

    sendMove() {
      clearTimeout(this.moving);
      this.moving = 0;
      if (this.move) this.sendNow(["stdin", this.move]);
      this.move = null;
    }

    sendNow(packet) {
      if (this.readyState === RealSocket.OPEN && packet[1] !== null) {
        this.real.send(JSON.stringify(packet));
      }
    }

    close() {
      this.isDone = true;
      clearTimeout(this.waiting);
      if (this.real) this.real.close();
    }
  }

  /* A long paste in pieces that a message may be as long as, no character cut in two. */
  function pieces(text) {
    const found = [];
    for (let at = 0; at < text.length; ) {
      let end = Math.min(at + PIECE, text.length);
      const last = text.charCodeAt(end - 1);
      if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
      found.push(text.slice(at, end));
      at = end;
    }
    return found;
  }

  window.WebSocket = LastingSocket;
})();
