// What stands on the wall.
"use strict";
(() => {
  const wall = document.getElementById("wall");
  const breath = document.getElementById("breath");
  // How large a step may stand, the largest first: as large as fits without scrolling.
  const SIZES = [1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.9, 0.8, 0.7];
  let shown = "";

  function fits() {
    const page = document.documentElement;
    return page.scrollHeight <= innerHeight && page.scrollWidth <= innerWidth;
  }

  function fill() {
    const step = wall.querySelector(".step");
    if (!step) return;
    for (const size of SIZES) {
      step.style.zoom = size;
      if (fits()) return;
    }
  }

  addEventListener("resize", fill);
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
    fill();
  };
})();
