// What a seat's page follows of the room.
"use strict";
(() => {
  const AWAY_MS = 3000;
  const REFUSALS = new Set([401, 403]);
  const page = document.body.dataset.page;
  const by = (id) => document.getElementById(id);
  let seenNudge = Number(sessionStorage.getItem("nudge") || -1);

  let seenPace = Number(sessionStorage.getItem("pace") || -1);

  // Another pace: a question with a no that costs nothing, or a word about less.
  function showPace(pacing) {
    const box = by("pacing");
    box.hidden = !pacing || (!pacing.asks && pacing.asking <= seenPace);
    if (!pacing) return;
    const says = box.firstElementChild;
    if (says.textContent !== pacing.says) says.textContent = pacing.says;
    box.dataset.asking = pacing.asking;
    for (const each of box.querySelectorAll("button"))
      each.hidden = (each.dataset.pace === "told") === pacing.asks;
  }

  by("pacing").addEventListener("click", (event) => {
    const answer = event.target.dataset.pace;
    if (!answer) return;
    const asking = by("pacing").dataset.asking;
    by("pacing").hidden = true;
    backToKeys();
    if (answer === "told") {
      seenPace = Number(asking);
      sessionStorage.setItem("pace", asking);
    } else {
      const body = new URLSearchParams({ asking, answer });
      fetch("/seat/pace", { method: "POST", body }).catch(() => {});
    }
  });

  // Where many come at once, whoever waits for a screen is told for how many others.
  function showComing(before) {
    const coming = by("coming");
    if (!coming) return;
    const others = before === 1 ? " One is before you." : ` ${before} are before you.`;
    const says = `Your screen is coming.${before ? others : ""}`;
    if (coming.textContent !== says) coming.textContent = says;
  }

  // Whom one watches goes on; there is something to note from their beginning on.
  function showWatching(watching) {
    const together = by("debriefed");
    if (together && watching && watching.debriefed && together.textContent !== together.dataset.then)
      together.textContent = together.dataset.then;
    const shows = document.body.dataset.shows;
    if (shows && watching && String(watching.shows) !== shows) location.reload();
    const where = by("where");
    if (!where || !watching) return;
    if (where.textContent !== watching.where) where.textContent = watching.where;
    by("not-yet").hidden = watching.begun;
    by("noting").hidden = !watching.begun;
  }

  function show(face) {
    if (face.page !== page) {
      location.replace("/seat");
      return;
    }
    // What is noted can be read once the room is closed; no half-written word is lost.
    const then = document.body.dataset.phase;
    const writes = by("words");
    if (then && face.phase !== then && !(writes && writes.value)) {
      location.reload();
      return;
    }
    showComing(face.before);
    showWatching(face.watching);
    by("breath").hidden = !face.breathing;
    by("ended").hidden = face.phase !== "ended" || page === "play";
    document.body.classList.toggle("breathing", face.breathing);
    const nudge = by("nudge");
    nudge.hidden = !face.nudge || face.nudged_ms <= seenNudge;
    nudge.firstElementChild.textContent = face.nudge;
    nudge.dataset.at = face.nudged_ms;
    showPace(face.pacing);
    const closing = by("closing");
    closing.hidden = !face.closing;
    if (closing.textContent !== face.closing) closing.textContent = face.closing;
    const quietly = by("quietly");
    quietly.textContent = face.asked
      ? "The facilitator has your word"
      : "Tell the facilitator quietly";
    const here = by("here");
    if (here)
      here.textContent =
        face.here === 1 ? "You are the first here." : `${face.here} seats are taken.`;
    document.dispatchEvent(new CustomEvent("face", { detail: face }));
    makeRoom();
  }

  // The terminal is as high as what stands above it leaves, and keeps its keys.
  const bar = document.querySelector(".room-bar");
  let stood = bar.offsetHeight;
  function makeRoom() {
    const stands = ["breath", "nudge", "pacing"].reduce(
      (sum, id) => sum + by(id).offsetHeight, bar.offsetHeight);
    if (stands === stood) return;
    stood = stands;
    refit();
  }
  // Twice: the first measures the letters anew, the second counts by that.
  function refit() {
    for (const later of [0, 200])
      setTimeout(() => window.dispatchEvent(new Event("resize")), later);
  }
  function backToKeys() {
    makeRoom();
    document.querySelector("#terminal textarea")?.focus();
  }

  // A terminal keeps every key, Tab too. One leads out of it, to what is asked or told
  // above it, and to a no before a yes; Escape leads back.
  const terminal = by("terminal");
  const asked = ["#pacing [data-pace=told]", "#pacing [data-pace=no]", "#nudge button"];
  const isSeen = (each) => each && each.offsetParent;
  function keyed(event) {
    const isOut = !terminal.contains(event.target);
    if (event.altKey && event.code === "KeyP") {
      const found = [...asked, "#quietly"].map((each) => document.querySelector(each));
      found.find(isSeen)?.focus();
    } else if (event.key === "Escape" && isOut && !by("ask").open) backToKeys();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  if (terminal) document.addEventListener("keydown", keyed, true);

  // Music while on hold, for whoever has asked for it; never by itself.
  const music = by("hold-sound");
  let wanted = false;
  if (music) {
    const hold = by("hold");
    hold.volume = 0.35;
    let isOnHold = false;
    const sound = () => {
      // A browser may keep it still for want of a press: then it is pressed again.
      if (wanted && isOnHold) hold.play().catch(() => {});
      else hold.pause();
    };
    music.addEventListener("click", () => {
      wanted = !wanted;
      music.setAttribute("aria-pressed", String(wanted));
      music.textContent = wanted ? "Hold music: on" : "Hold music: off";
      sound();
    });
    document.addEventListener("face", (event) => {
      isOnHold = event.detail.on_hold;
      if (music.dataset.while) music.hidden = !isOnHold;
      sound();
    });
  }

  let away = 0;
  function follow() {
    const events = new EventSource("/seat/events");
    events.onmessage = (event) => {
      clearTimeout(away);
      away = 0;
      by("lost").hidden = true;
      show(JSON.parse(event.data));
    };
    events.onerror = () => {
      // Where one plays, the play's own line says it.
      if (page !== "play" && !away)
        away = setTimeout(() => (by("lost").hidden = false), AWAY_MS);
      if (events.readyState === EventSource.CLOSED) setTimeout(again, AWAY_MS);
    };
  }

  // Refused, and not only lost: then the page itself says why.
  async function again() {
    const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
    if (answer && REFUSALS.has(answer.status)) location.reload();
    else follow();
  }

  follow();

  // Where there is no screen of its own, this line says that somebody is here. A device
  // that has slept asks at once whether it still stands.
  const AGAIN_MS = 1000;
  let line = null;
  let doubted = 0;
  function beHere() {
    const opened = new WebSocket(`${location.origin.replace("http", "ws")}/seat/here`);
    line = opened;
    opened.onmessage = () => clearTimeout(doubted);
    opened.onclose = () => {
      if (line !== opened) return;
      line = null;
      setTimeout(() => line || beHere(), AGAIN_MS);
    };
  }
  function stillHere() {
    if (document.hidden || !line || line.readyState !== WebSocket.OPEN) return;
    const asked = line;
    clearTimeout(doubted);
    doubted = setTimeout(() => {
      if (line !== asked) return;
      line = null;
      asked.close();
      beHere();
    }, AWAY_MS);
    asked.send("here");
  }
  if (page !== "play") {
    beHere();
    document.addEventListener("visibilitychange", stillHere);
    window.addEventListener("online", stillHere);
  }

  by("nudge").lastElementChild.addEventListener("click", () => {
    seenNudge = Number(by("nudge").dataset.at);
    sessionStorage.setItem("nudge", seenNudge);
    by("nudge").hidden = true;
    backToKeys();
  });

  // What is told quietly stays written until the facilitator has it.
  async function tell(said) {
    const body = new URLSearchParams({ words: said });
    const button = by("quietly");
    const before = button.textContent;
    button.textContent = "Sending …";
    const answer = await fetch("/seat/quietly", { method: "POST", body }).catch(() => null);
    if (button.textContent === "Sending …") button.textContent = before;
    by("unsent").hidden = answer?.ok ?? false;
    if (!answer?.ok) ask.showModal();
    else if (by("ask-words").value === said) by("ask-words").value = "";
  }

  const ask = by("ask");
  by("quietly").addEventListener("click", () => ask.showModal());
  ask.addEventListener("close", () => {
    if (ask.returnValue !== "send") return;
    ask.returnValue = "";
    tell(by("ask-words").value);
  });
})();
