"use strict";
// The review by keyboard: a letter presses the button, or follows the link, that carries it.
(() => {
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (event.key === "Enter" && event.target.matches(".judge input")) {
      event.preventDefault();
      document.querySelector("[data-enter]").click();
      return;
    }
    if (typing(event.target)) return;
    if (event.key === "c") {
      const first = document.querySelector("[data-first]");
      if (first) { event.preventDefault(); first.focus(); first.select?.(); }
      return;
    }
    const meant = /^[a-z]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
    if (meant) { event.preventDefault(); meant.click(); }
  });
  document.querySelector('.queue [aria-current="true"]')?.scrollIntoView({ block: "nearest" });
})();
