"use strict";
// Hovering or focusing a value lights its words, and words light their values; a click goes to the other side.
(() => {
  const words = new Map(), cards = new Map();
  for (const element of document.querySelectorAll("[data-v]")) {
    const side = element.tagName === "MARK" ? words : cards;
    for (const value of element.dataset.v.split(" ")) {
      if (!side.has(value)) side.set(value, []);
      side.get(value).push(element);
    }
  }
  let lit = [];
  const light = (element) => {
    for (const old of lit) old.classList.remove("lit");
    const values = element ? element.dataset.v.split(" ") : [];
    // Words inside other words: the innermost value shows its words, all of them show their cards.
    lit = [...(words.get(values[0]) || []), ...values.flatMap((value) => cards.get(value) || [])];
    for (const one of lit) one.classList.add("lit");
  };
  const valued = (event) => event.target instanceof Element ? event.target.closest("[data-v]") : null;
  const show = (element) => {
    const folded = element.closest("details");
    if (folded) folded.open = true;
    element.scrollIntoView({ block: "center", behavior: "auto" });
  };
  const cross = (element, link) => {
    const value = element.dataset.v.split(" ")[0];
    const linked = link ? document.getElementById(link.hash.slice(1))?.nextElementSibling : null;
    const other = linked || ((element.tagName === "MARK" ? cards : words).get(value) || [])[0];
    if (other) show(other);
  };
  document.addEventListener("pointerover", (event) => light(valued(event)));
  document.addEventListener("focusin", (event) => light(valued(event)));
  document.addEventListener("click", (event) => {
    const element = valued(event);
    if (element === null || String(getSelection()) || event.target.closest("summary")) return;
    const link = event.target.closest("a");
    if (link) event.preventDefault();
    light(element);
    cross(element, link);
  });
  addEventListener("beforeprint", () => { for (const folded of document.querySelectorAll("details")) folded.open = true; });
  document.addEventListener("keydown", (event) => {
    const element = event.target instanceof Element && event.target.matches("mark[data-v]") ? event.target : null;
    if (element === null || event.key !== "Enter") return;
    event.preventDefault();
    const link = (cards.get(element.dataset.v.split(" ")[0]) || [])[0]?.querySelector(".words a");
    if (link) { show(link); link.focus(); }
  });
})();
