// What a seat's page follows of the room.
"use strict";
(() => {
  const page = document.body.dataset.page;
  const by = (id) => document.getElementById(id);
  let seenNudge = Number(sessionStorage.getItem("nudge") || -1);

  const minutes = (seconds) =>
    seconds >= 90 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`;

  function show(face) {
    if (face.page !== page) {
      location.replace("/seat");
      return;
    }
    by("breath").hidden = !face.breathing;
    document.body.classList.toggle("breathing", face.breathing);
    const nudge = by("nudge");
    nudge.hidden = !face.nudge || face.nudged_ms <= seenNudge;
    nudge.firstElementChild.textContent = face.nudge;
    nudge.dataset.at = face.nudged_ms;
    const closing = by("closing");
    closing.hidden = face.closes_in_s === null;
    if (face.closes_in_s !== null)
      closing.textContent = `The room closes in ${minutes(face.closes_in_s)}`;
    const quietly = by("quietly");
    quietly.textContent = face.asked
      ? "The facilitator has your word"
      : "Tell the facilitator quietly";
    const here = by("here");
    if (here)
      here.textContent =
        face.here === 1 ? "You are the first here." : `${face.here} seats are taken.`;
    document.dispatchEvent(new CustomEvent("face", { detail: face }));
  }

  // Music while on hold, for whoever has asked for it; never by itself.
  const music = by("hold-sound");
  let wanted = false;
  if (music) {
    const hold = by("hold");
    hold.volume = 0.35;
    music.addEventListener("click", () => {
      wanted = !wanted;
      music.setAttribute("aria-pressed", String(wanted));
      music.textContent = wanted ? "Hold music: on" : "Hold music: off";
      if (!wanted) hold.pause();
    });
    document.addEventListener("face", (event) => {
      if (wanted && event.detail.on_hold) hold.play();
      else hold.pause();
    });
  }

  const events = new EventSource("/seat/events");
  events.onmessage = (event) => show(JSON.parse(event.data));

  by("nudge").lastElementChild.addEventListener("click", () => {
    seenNudge = Number(by("nudge").dataset.at);
    sessionStorage.setItem("nudge", seenNudge);
    by("nudge").hidden = true;
  });

  const ask = by("ask");
  by("quietly").addEventListener("click", () => ask.showModal());
  ask.addEventListener("close", () => {
    if (ask.returnValue !== "send") return;
    const words = new URLSearchParams({ words: by("ask-words").value });
    fetch("/seat/quietly", { method: "POST", body: words });
    by("ask-words").value = "";
    ask.returnValue = "";
  });
})();
