// The waiting room: what is called, and sound for those who want it.
"use strict";
(() => {
  const called = document.getElementById("called");
  document.addEventListener("face", (event) => {
    const waiting = event.detail.waiting;
    if (called && waiting) called.textContent = waiting.called;
  });
  const sound = document.getElementById("sound");
  const hold = document.getElementById("hold");
  if (!sound) return;
  hold.volume = 0.4;
  sound.addEventListener("click", () => {
    const on = hold.paused;
    if (on) hold.play();
    else hold.pause();
    sound.setAttribute("aria-pressed", String(on));
    sound.textContent = on ? "Sound is on. Turn it off" : "Sound is off. Turn it on";
  });
})();
