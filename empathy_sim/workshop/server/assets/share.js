// What is ticked or chosen and not sent yet stays on this device until it is.
"use strict";
(() => {
  const note = document.getElementById("not-kept");
  const fields = (form) => [...form.querySelectorAll("input, select")];
  const stateOf = (form) =>
    fields(form).map((each) => (each.type === "checkbox" ? each.checked : each.value));
  const keyOf = (form) => `unsent ${form.dataset.unsent}`;

  function restore(form) {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(form)) || "null");
    const into = fields(form);
    if (!kept || kept.length !== into.length) return;
    into.forEach((each, at) => {
      if (each.type === "checkbox") each.checked = kept[at];
      else each.value = kept[at];
    });
    note.hidden = false;
  }

  for (const form of document.querySelectorAll("form[data-unsent]")) {
    restore(form);
    form.addEventListener("change", () =>
      sessionStorage.setItem(keyOf(form), JSON.stringify(stateOf(form))));
    form.addEventListener("submit", () => sessionStorage.removeItem(keyOf(form)));
  }
  // On another page of the same seat: that there is something, and where.
  const of = note.dataset.of;
  if (of && ["ticks", "guess", "promise"].some((each) => sessionStorage.getItem(`unsent ${each} ${of}`)))
    note.hidden = false;
})();
