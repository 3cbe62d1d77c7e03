// Put into a page by `pledgemap watch`, and by nothing else.  It hears from the server
// which version of the page is the last good one, and puts that in this one's place
// without leaving it; and it shows the findings that keep a newer one from being built.
(function () {
  "use strict";
  const own = document.currentScript;
  let version = own.dataset.version;

  // ---- What the page has asked the window for ends when another takes its place ----

  let leaving = new AbortController();
  let time = 0;
  let renewing = false;
  let map;
  /** A call that nobody wants any more once the page has been replaced. */
  const ofNow = (call) => {
    const then = time;
    return function (...values) {
      return then === time ? call.apply(this, values) : undefined;
    };
  };
  for (const target of [window, document]) {
    target.addEventListener = function (type, call, options) {
      const plain = typeof options === "boolean" ? { capture: options } : options;
      const ended = { signal: leaving.signal, ...plain };
      EventTarget.prototype.addEventListener.call(target, type, call, ended);
    };
  }
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
    const given = window[name].bind(window);
    window[name] = (call, ...more) => {
      // What a page puts off so that its reader sees a picture sooner: there is one.
      const atOnce = renewing && name === "setTimeout" && !more[0];
      return atOnce ? void call() : given(ofNow(call), ...more);
    };
  }
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
    const Given = window[name];
    window[name] = class extends Given {
      constructor(call, ...more) {
        super(ofNow(call), ...more);
      }
    };
  }
  const { leaflet } = window;
  if (leaflet) window.leaflet = readLeaflet;
  /** Leaflet is read once, and tells of the map that it opens. */
  function readLeaflet() {
    if (window.L) return;
    leaflet();
    // It gives itself the name of the function that it stands in.
    window.leaflet = readLeaflet;
    window.L.Map.addInitHook(function () {
      map = this;
    });
  }

  // ---- Another page in this one's place ----

  const policyOf = (page) =>
    page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content;

  async function renew(wanted) {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const scripts = [...fresh.querySelectorAll("script:not([type])")];
    // Another script, or the first page after none: this page may not run it.
    if (policyOf(fresh) !== policyOf(document) || !map) {
      location.reload();
      return;
    }
    const kept = remember();
    time += 1;
    leaving.abort();
    leaving = new AbortController();
    for (const script of scripts) script.remove();
    document.title = fresh.title;
    for (const name of ["lang", "dir"]) {
      document.documentElement.setAttribute(name, fresh.documentElement[name]);
    }
    document.documentElement.className = "";
    document.body.replaceChildren(...fresh.body.childNodes, panel);
    run(scripts.at(-1).textContent);
    recall(kept);
    version = wanted;
    document.documentElement.dataset.live = wanted;
  }

  /** Run the page's script at once: a page in the background does not wait to paint. */
  function run(text) {
    const script = document.createElement("script");
    script.textContent = text;
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    // The picture that the page's script waits for is long painted, and told all.
    window.opening = {
      inTurn: (steps) => steps.forEach((step) => step()),
      leave: () => ({}),
    };
    renewing = true;
    try {
      document.body.append(script);
    } finally {
      renewing = false;
      delete document.hidden;
    }
  }

  // ---- What the address does not hold: folds, focus, scroll, what is half typed, where
  // ---- the map looks

  const pathOf = (node) => {
    const steps = [];
    for (; node && node !== document.body; node = node.parentElement) {
      if (node.id) return [`#${CSS.escape(node.id)}`, ...steps].join(" > ");
      const place = [...node.parentElement.children].indexOf(node) + 1;
      steps.unshift(`:nth-child(${place})`);
    }
    return ["body", ...steps].join(" > ");
  };

  function remember() {
    const scrolled = [...document.querySelectorAll("[id]")].filter(
      ({ scrollTop }) => scrollTop,
    );
    return {
      focus: document.activeElement !== document.body && pathOf(document.activeElement),
      folds: [...document.querySelectorAll("details")].map((one) => [
        pathOf(one),
        one.open,
      ]),
      typed: [...document.querySelectorAll("input[type=text]")].map((one) => [
        pathOf(one),
        [one.value, one.selectionStart, one.selectionEnd],
        one.getAttribute("aria-expanded") === "true",
      ]),
      scrolled: scrolled.map((one) => [pathOf(one), one.scrollTop]),
      place: [window.scrollX, window.scrollY],
      looks: [map.getCenter(), map.getZoom()],
    };
  }

  function recall({ focus, folds, typed, scrolled, place, looks }) {
    for (const [path, open] of folds) {
      const fold = document.querySelector(path);
      if (fold instanceof HTMLDetailsElement) fold.open = open;
    }
    map.setView(...looks, { animate: false });
    for (const [path, [value, from, to], isOpen] of typed) {
      const one = document.querySelector(path);
      if (!value || one?.type !== "text") continue;
      one.value = value;
      one.setSelectionRange(from, to);
      // Its suggestions come from the countries of the new page.
      if (isOpen) one.dispatchEvent(new Event("input"));
    }
    if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
    for (const [path, top] of scrolled) {
      const one = document.querySelector(path);
      if (one) one.scrollTop = top;
    }
    window.scrollTo({ left: place[0], top: place[1], behavior: "instant" });
  }

  // ---- Findings over the map ----

  const make = (tag, properties, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const panel = make("section", { id: "live-findings", lang: "en", dir: "ltr" });
  panel.hidden = true;
  panel.setAttribute("role", "alert");

  /** Sentences wrap; a table's line scrolls together with the marks below it. */
  function paragraphs(text) {
    const parts = text.match(/(?:^ +(?:\d+ )?\|.*\n?)+|^.*\n?/gm) ?? [];
    return parts
      .filter((part) => part.trim())
      .map((part) => make(part.startsWith(" ") ? "pre" : "p", { textContent: part }));
  }

  /** Everything goes in as text: findings quote cells of tables. */
  function show(title, text, note) {
    const close = make("button", { type: "button", textContent: "Hide" });
    close.addEventListener("click", () => (panel.hidden = true));
    const heading = make("h2", { textContent: title });
    const lines = make("div", { className: "live-lines" }, ...paragraphs(text));
    panel.replaceChildren(make("header", {}, heading, close));
    if (text) panel.append(lines);
    if (note) panel.append(make("p", { textContent: note }));
    panel.hidden = false;
  }

  function tell(told) {
    panel.classList.toggle("failed", Boolean(told?.failed));
    if (!told) {
      panel.hidden = true;
      panel.replaceChildren();
      return;
    }
    const stays = map
      ? "The map is the last good one. This goes away when the tables are mended."
      : "The map comes when this is mended.";
    show(told.summary, told.text, told.failed ? stays : "");
  }

  // ---- News from the server ----

  let heard = "";
  let work = Promise.resolve();
  function listen() {
    document.body.append(panel);
    const news = new EventSource(location.pathname.replace(/html$/, "events"));
    news.onmessage = ({ data }) => {
      const { version: wanted, told } = JSON.parse(data);
      if (wanted && wanted !== version) {
        work = work.then(() => (wanted === version ? undefined : renew(wanted)));
      }
      if (heard !== JSON.stringify(told)) tell(told);
      heard = JSON.stringify(told);
    };
    news.onerror = () => {
      heard = "";
      panel.classList.remove("failed");
      show("pledgemap watch has ended", "", "The map stays as it was last built.");
    };
  }
  // Not by the window's own listeners: those end with the page.
  if (document.readyState === "loading") {
    EventTarget.prototype.addEventListener.call(document, "DOMContentLoaded", listen);
  } else listen();
})();
