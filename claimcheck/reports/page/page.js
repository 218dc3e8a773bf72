"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const cards = all(".card");
  const ticks = all(".tick input");
  const chips = all(".chips button");
  const sections = all(".document");
  const figures = new Map(cards.map((card) => [card.id, []]));
  for (const figure of all("[data-card]")) figures.get(figure.dataset.card).push(figure);
  const figuresOf = (card) => figures.get(card.id);
  // Findings may be about words that are no figure, and count for an article all the same.
  const onWords = { questioned: ".finding.error, .finding.warning", silenced: ".finding.silenced" };
  let selected = null;

  // Ticks are kept by article and figure, so that they are found again when the article is scanned anew.
  const kept = (() => {
    const name = (section) => `claimcheck:${section.dataset.article}`;
    let works = true;
    const attempt = (action) => {
      try {
        return works ? action() : null;
      } catch {
        works = false;
        byId("kept").textContent = "This browser keeps no ticks: they last while the page is open.";
        return null;
      }
    };
    return {
      read: (section) => attempt(() => {
        const read = JSON.parse(localStorage.getItem(name(section)) || "[]");
        return new Set(Array.isArray(read) ? read : []);
      }) || new Set(),
      write: (section, keys) => attempt(() => localStorage.setItem(name(section), JSON.stringify(keys))),
    };
  })();

  const row = (tick) => tick.closest("[data-key]");

  function count() {
    for (const tick of ticks) {
      row(tick).classList.toggle("done", tick.checked);
      if (row(tick).matches(".card")) {
        for (const figure of figuresOf(row(tick))) figure.classList.toggle("ticked", tick.checked);
      }
    }
    const open = (kind) => ticks.filter((tick) => row(tick).matches(kind) && !tick.checked).length;
    const said = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
    const findings = open(".finding.error, .finding.warning");
    byId("open").textContent = `${said(open(".card"), "figure")} open` +
      (findings ? ` · ${said(findings, "finding")} open` : "");
    byId("progress").max = Math.max(cards.length, 1);
    byId("progress").value = cards.length - open(".card");
  }

  function save(tick) {
    const section = tick.closest(".document");
    const keys = all(".tick input", section).filter((each) => each.checked).map((each) => row(each).dataset.key);
    kept.write(section, keys);
    count();
    filter();
  }

  function filter() {
    const flags = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true")
      .map((chip) => chip.dataset.flag);
    const source = byId("source").value;
    const onlyOpen = byId("only-open").checked;
    let shown = 0;
    for (const card of cards) {
      const has = card.dataset.flags.split(" ");
      const fits = (!flags.length || flags.some((flag) => has.includes(flag)))
        && (!source || card.dataset.source === source)
        && (!onlyOpen || !card.querySelector(".tick input").checked);
      card.hidden = !fits;
      for (const figure of figuresOf(card)) figure.classList.toggle("out", !fits);
      shown += fits ? 1 : 0;
    }
    const filtered = flags.length > 0 || source !== "" || onlyOpen;
    for (const section of sections) {
      const found = !source && !onlyOpen && flags.some((flag) => onWords[flag] && section.querySelector(onWords[flag]));
      section.hidden = filtered && !found && !section.querySelector(".card:not([hidden])");
      const listed = document.querySelector(`.contents a[href="#${section.id}"]`);
      if (listed) listed.closest("tr").hidden = section.hidden;
    }
    byId("clear").hidden = !filtered;
    byId("shown").textContent = filtered ? `${shown} of ${cards.length} shown` : "";
    if (selected && selected.hidden) select(null);
  }

  function clear() {
    for (const chip of chips) chip.setAttribute("aria-pressed", "false");
    byId("source").value = "";
    byId("only-open").checked = false;
    filter();
  }

  function select(card) {
    for (const each of all(".selected")) each.classList.remove("selected");
    if (selected) selected.removeAttribute("aria-current");
    selected = card;
    if (!card) return;
    card.classList.add("selected");
    card.setAttribute("aria-current", "true");
    const marked = figuresOf(card);
    for (const figure of marked) figure.classList.add("selected");
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const side = card.closest(".side");
    if (side.scrollHeight > side.clientHeight) {
      const top = (element) => element.getBoundingClientRect().top;
      side.scrollTop += top(card) - top(side) - side.clientHeight / 3;
    }
    const words = marked[0];
    if (words) words.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  function step(by) {
    const visible = cards.filter((card) => !card.hidden);
    if (!visible.length) return;
    const at = visible.indexOf(selected);
    select(visible[at < 0 ? (by > 0 ? 0 : visible.length - 1) : (at + by + visible.length) % visible.length]);
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    Enter: () => selected && selected.querySelector(".tick input").click(),
    f: () => { unfold(true); chips[0] ? chips[0].focus() : byId("source").focus(); },
    Escape: () => { clear(); select(null); unfold(false); },
  };

  function unfold(open) {
    byId("bar").classList.toggle("unfolded", open);
    byId("unfold").setAttribute("aria-expanded", String(open));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("select, textarea, input:not([type=checkbox])");
    const pressing = event.key === "Enter" && event.target.closest("button, summary, a, input")
      && !(selected && event.target.dataset.card === selected.id);  // Enter opens a figure, and again ticks it
    if (!keys[event.key] || pressing || (typing && event.key !== "Escape")) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-card], a[data-select]");
    if (link) {
      event.preventDefault();
      const card = byId(link.dataset.card || link.dataset.select);
      if (card.hidden) clear();
      select(card === selected && link.dataset.card ? null : card);
    } else if (selected && !event.target.closest(".card, .bar")) select(null);
  });
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  for (const tick of ticks) tick.addEventListener("change", () => save(tick));
  for (const id of ["source", "only-open"]) byId(id).addEventListener("change", filter);
  byId("clear").addEventListener("click", clear);
  byId("unfold").addEventListener("click", () => unfold(!byId("bar").classList.contains("unfolded")));
  addEventListener("beforeprint", () => all("details").forEach((part) => { part.open = true; }));

  for (const section of sections) {
    const done = kept.read(section);
    for (const tick of all(".tick input", section)) tick.checked = done.has(row(tick).dataset.key);
  }
  const measure = () => {
    document.documentElement.style.setProperty("--bar", `${byId("bar").offsetHeight}px`);
  };
  addEventListener("resize", measure);
  for (const part of [byId("bar"), byId("keys"), ...all(".tick")]) part.hidden = false;
  count();
  filter();
  measure();
})();
