// Put into a page by `pledgemap watch`, and by nothing else.  It asks the server which
// version of the page is the last good one, and loads that one: what a reader chose
// stands in the address.  It shows the findings that keep a newer one from being built.
(function () {
  "use strict";
  const { version } = document.currentScript.dataset;
  const EVERY_MS = 200;
  const GONE = {
    version,
    summary: "pledgemap watch no longer gives this map",
    text: "",
    failed: false,
    note: "The map stays as it was last built.",
  };

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
  function show({ summary, text, failed, note }) {
    const stays = version
      ? "The map is the last good one. This goes away when the tables are mended."
      : "The map comes when this is mended.";
    const close = make("button", { type: "button", textContent: "Hide" });
    close.addEventListener("click", () => (panel.hidden = true));
    panel.classList.toggle("failed", failed);
    panel.replaceChildren(
      make("header", {}, make("h2", { textContent: summary }), close),
      make("div", { className: "live-lines" }, ...paragraphs(text)),
      make("p", { textContent: note ?? (failed ? stays : "") }),
    );
    panel.hidden = !summary;
  }

  let shown = "";
  async function ask() {
    const address = location.pathname.replace(/html$/, "news");
    const news = await fetch(address)
      .then((answer) => answer.json())
      .catch(() => GONE);
    if (news.version !== version) {
      location.reload();
      return;
    }
    if (shown !== JSON.stringify(news)) show(news);
    shown = JSON.stringify(news);
    setTimeout(ask, EVERY_MS);
  }
  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(panel);
    ask();
  });
})();
