"use strict";
// What pages do beyond links and forms: the theme, the slider, drawing an area, tying list and map, and saying what changed.
(() => {
  const remember = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=31536000; SameSite=Strict`; };
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  document.documentElement.classList.add("scripted");

  // ── light or dark ────────────────────────────────────────────────────────────────────────────
  const dark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const themed = document.querySelector("[data-theme-switch]");
  const name = () => { themed.textContent = dark() ? "Light" : "Dark"; };
  themed.hidden = false; name();
  themed.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    remember("theme", next); name();
  });

  // ── forms: empty questions stay out of addresses ─────────────────────────────────────────────
  document.addEventListener("htmx:configRequest", (event) => {
    const asked = event.detail.parameters;
    for (const key of Object.keys(asked)) if (asked[key] === "" || key === "turn" || key === "turned") delete asked[key];
  });

  // ── the slider: it writes the moment, and the form is sent when it rests ─────────────────────
  const slider = document.getElementById("turn"), moment = document.getElementById("as_of");
  if (slider) {
    const form = slider.form, moments = JSON.parse(slider.dataset.moments), last = moments.length - 1;
    let waiting = 0;
    slider.removeAttribute("name");
    slider.addEventListener("input", () => {
      const at = Number(slider.value);
      moment.value = at === last ? "" : moments[at];
      slider.setAttribute("aria-valuetext", at === last ? "now" : moments[at].replace("T", " ").replace(/(:00)?Z$/, " UTC"));
      form.setAttribute("hx-push-url", "false"); form.setAttribute("hx-replace-url", "true");
      clearTimeout(waiting);
      waiting = setTimeout(() => form.requestSubmit(), 140);
    });
    form.addEventListener("change", (event) => {
      if (event.target === slider) return;
      form.setAttribute("hx-push-url", "true"); form.removeAttribute("hx-replace-url");
      if (event.target.tagName === "SELECT") form.requestSubmit();
    });
  }
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "pop-body") { document.getElementById("pop").showModal(); return; }
    if (event.detail.target.id === "tolls") return;
    const desk = document.querySelector("[data-told]");
    if (!desk) return;
    document.getElementById("told").textContent = desk.dataset.told;
    if (slider && document.activeElement !== slider) slider.value = desk.dataset.turn;
    each(".turning .back", (link) => { link.hidden = !desk.dataset.asOf; });
    dress();
  });
  document.getElementById("pop")?.addEventListener("click", (event) => { if (event.target.id === "pop") event.target.close(); });
  document.addEventListener("htmx:responseError", (event) => {
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const said = page.querySelector(".failed p"), desk = document.getElementById("desk");
    const note = document.createElement("p");
    note.className = "refused"; note.setAttribute("role", "alert");
    note.textContent = said ? said.textContent : "The desk did not answer.";
    each(".refused", (old) => old.remove());
    if (desk) desk.before(note);
  });
  document.addEventListener("htmx:beforeRequest", () => each(".refused", (old) => old.remove()));

  // ── list and map: pointing at one lights the other ───────────────────────────────────────────
  const tie = (event) => {
    const on = event.type === "pointerover" || event.type === "focusin";
    const row = event.target.closest?.("[data-incident]"), mark = event.target.closest?.("[data-of]");
    const ids = row ? [row.dataset.incident] : mark ? mark.dataset.of.split(" ") : [];
    if (row) each(".marks a", (one) => one.classList.toggle("lit", on && one.dataset.of.split(" ").includes(ids[0])));
    if (mark) each("tbody[data-incident]", (one) => one.classList.toggle("lit", on && ids.includes(one.dataset.incident)));
  };
  for (const kind of ["pointerover", "pointerout", "focusin", "focusout"]) document.addEventListener(kind, tie);

  // ── drawing an area: the four fields say the same to those who do not draw ───────────────────
  const box = (figure, frame, start, end) => {
    const size = frame.getBoundingClientRect(), wide = frame.dataset.east - frame.dataset.west, high = frame.dataset.north - frame.dataset.south;
    const across = (x) => Math.min(Math.max((x - size.left) / size.width, 0), 1), down = (y) => Math.min(Math.max((y - size.top) / size.height, 0), 1);
    const [left, right] = [across(start.x), across(end.x)].sort((a, b) => a - b), [top, bottom] = [down(start.y), down(end.y)].sort((a, b) => a - b);
    return { left, right, top, bottom, west: +frame.dataset.west + left * wide, east: +frame.dataset.west + right * wide,
      north: frame.dataset.north - top * high, south: frame.dataset.north - bottom * high };
  };
  const dress = () => {
    each("[data-seen]", (button) => {
      button.hidden = false;
      button.addEventListener("click", () => {
        remember("seen", button.dataset.seen);
        button.replaceWith(Object.assign(document.createElement("span"), { className: "faint", textContent: "Seen up to here" }));
      });
    });
    each("[data-map]", (frame) => {
      const figure = frame.closest("figure"), button = figure.querySelector("[data-draw]"), shape = frame.querySelector(".drawing");
      let start = null;
      button.hidden = false;
      const drawing = (on) => { figure.classList.toggle("is-drawing", on); button.setAttribute("aria-pressed", on); button.textContent = on ? "Draw on the map, or press Escape" : "Draw an area"; };
      button.addEventListener("click", () => drawing(button.getAttribute("aria-pressed") !== "true"));
      figure.addEventListener("keydown", (event) => { if (event.key === "Escape") drawing(false); });
      frame.addEventListener("pointerdown", (event) => {
        if (!figure.classList.contains("is-drawing")) return;
        event.preventDefault(); start = { x: event.clientX, y: event.clientY }; frame.setPointerCapture(event.pointerId);
      });
      frame.addEventListener("pointermove", (event) => {
        if (!start) return;
        const to = box(figure, frame, start, { x: event.clientX, y: event.clientY });
        for (const [key, value] of [["x", 640 * to.left], ["y", 420 * to.top], ["width", 640 * (to.right - to.left)], ["height", 420 * (to.bottom - to.top)]]) shape.setAttribute(key, value);
      });
      frame.addEventListener("pointerup", (event) => {
        if (!start) return;
        const to = box(figure, frame, start, { x: event.clientX, y: event.clientY });
        start = null; drawing(false);
        if (to.right - to.left < .01 || to.bottom - to.top < .01) return;
        const form = document.getElementById("ask");
        for (const edge of ["west", "south", "east", "north"]) form.elements[edge].value = to[edge].toFixed(3).replace(/\.?0+$/, "");
        form.querySelector(".more-fields").open = true;
        form.requestSubmit();
      });
    });
  };
  dress();
})();
