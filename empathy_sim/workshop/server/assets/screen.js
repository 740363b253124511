/* One screen, kept through every loss of the connection.
 *
 * Loaded before the terminal's own script, which opens one socket and never another.
 * What it gets here looks like a socket and outlives as many real ones as need be.
 */
"use strict";

(() => {
  const RESTING_S = 30;
  const NOTE_S = 4;
  const LETTERS_S = 3;
  const PIECE = 2000;
  const MOVES_APART_MS = 50;

  const CONNECTING = 0;
  const OPEN = 1;
  const { MOVED, OVER, RESTARTED } = Lasting;
  const RESTING = 4004;
  const TURNED_OVER = 4005;

  const WORDS = {
    ...Lasting.WORDS,
    restarted: "The screen was restarted. Nothing you did is lost.",
    resting:
      "This screen keeps stopping. The facilitator has been told, and nothing you did is lost. It tries again by itself in half a minute.",
    over: "This screen is closed.",
    goOn: "Go on",
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

  const IS_MOVE = /^\x1b\[<3[5-9];\d+;\d+M$/;

  class LastingSocket extends EventTarget {
    constructor(address) {
      super();
      this.target = new URL(address, location.href);
      this.binaryType = "arraybuffer";
      this.wasOpen = false;
      this.size = null;
      this.move = null;
      this.moving = 0;
      this.link = new Lasting({
        address: () => this.address(),
        opened: () => this.opened(),
        heard: (data) => this.heard(data),
        closed: (code, reason) => this.closed(code, reason),
        ask: () => this.sendNow(["ping", String(Date.now())]),
        say: tell,
        hush() {
          hush();
          takeKeys();
        },
        elsewhere: () => location.reload(),
      });
      this.link.connect();
    }

    get readyState() {
      return this.link.isOpen ? OPEN : CONNECTING;
    }

    address() {
      if (this.size) {
        this.target.searchParams.set("width", this.size.width);
        this.target.searchParams.set("height", this.size.height);
      }
      return this.target.href;
    }

    opened() {
      if (this.link.isBack()) tellAWhile(WORDS.back);
      if (!this.wasOpen) {
        this.wasOpen = true;
        this.dispatchEvent(new Event("open"));
      } else {
        this.sendNow(["resize", this.size]);
      }
      takeKeys();
    }

    heard(data) {
      // Of words only an answer; a page is opened or a file taken for no terminal.
      if (typeof data === "string" && !data.startsWith('["pong"')) return;
      if (typeof data !== "string") arrived();
      this.dispatchEvent(new MessageEvent("message", { data }));
    }

    /* Whether it is dealt with here. */
    closed(code, reason) {
      switch (code) {
        case MOVED:
          tell(WORDS.moved, WORDS.moveHere, () => this.link.takeOver());
          return true;
        case OVER:
          this.over();
          return true;
        case TURNED_OVER:
          return this.goOver(reason);
        case RESTARTED:
          tellAWhile(WORDS.restarted);
          this.link.connectIn(0.1);
          return true;
        case RESTING:
          this.link.isAway = true;
          tell(WORDS.resting, WORDS.again, () => this.link.startOver());
          this.link.connectIn(RESTING_S);
          return true;
        default:
          return false;
      }
    }

    over() {
      this.link.end();
      this.dispatchEvent(new CloseEvent("close", { code: OVER }));
      const next = document.querySelector("[data-over-url]");
      if (next) return location.assign(next.dataset.overUrl);
      return tell(WORDS.over, WORDS.goOn, () => location.reload());
    }

    /* Only where it was asked for: the board has another secret now. */
    goOver(secret) {
      if (!/^[\w-]{43}$/.test(secret)) return false;
      this.link.end();
      location.replace(`/f/${secret}`);
      return true;
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
      if (packet[1] !== null) this.link.send(JSON.stringify(packet));
    }

    close() {
      this.link.end();
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
