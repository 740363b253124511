// What stands on the wall.
"use strict";
(() => {
  const wall = document.getElementById("wall");
  const breath = document.getElementById("breath");
  let shown = "";
  const events = new EventSource("/wall/events");
  events.onerror = () => {
    // Refused, and not only lost: the page says why. What is lost comes back by itself.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 1000);
  };
  events.onmessage = (event) => {
    const now = JSON.parse(event.data);
    breath.hidden = !now.breathing;
    document.body.dataset.view = now.view;
    if (now.html === shown) return;
    shown = now.html;
    // Made by our own server of our own templates; no script in it would run.
    wall.innerHTML = now.html;
  };
})();
