// <digest-search>: the search of an archive in any page. Attributes, parts, properties and events are told at /embed.
"use strict";
(() => {
  const PAUSE = 120, MOST_YEARS = 24, MOST_LABELS = 8, MOST_NAMES = 3;
  const DIMENSIONS = ["year", "lab", "topic", "author", "reviewer", "venue", "language", "digest", "has"];
  const SELECTING = { author: "author", lab: "lab", topic: "topic" };
  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  // An element of the page may have that name.
  const SERVER = document.currentScript instanceof HTMLScriptElement && document.currentScript.src ? new URL(document.currentScript.src).origin : "";
  const DEEPEST = 10_000;
  let made = 0;

  const WORDS = {
    en: {
      find: "Find", hint: "Title, author, method, idea", suggestions: "Suggestions", filters: "Filters", reset: "reset", next: "next", previous: "back", pages: "Pages", all: "all in the reading room",
      nothing: "Nothing was found", failed: "The search does not answer here.", exactly: "search exactly", loosely: "search more freely", more: count => `and ${count} more`, remove: label => `remove: ${label}`, page: (page, of) => `page ${page} of ${of}`,
      reviews: { one: "review", other: "reviews" }, told: { one: "suggestion", other: "suggestions" }, types: { title: "paper", author: "author", lab: "lab", topic: "topic" },
      dimensions: { year: "Year", lab: "Lab", topic: "Topic", author: "Author", reviewer: "Reviewer", venue: "Venue", language: "Language", digest: "Digest", has: "Has" },
      steps: { layout: "keyboard layout", translit: "transliteration", typo: "spelling", glossary: "glossary", phrase: "words apart", relax: "not all words" },
    },
    ru: {
      find: "Найти", hint: "Название, автор, метод, мысль", suggestions: "Подсказки", filters: "Фильтры", reset: "сбросить", next: "дальше", previous: "назад", pages: "Страницы", all: "всё в читальне",
      nothing: "Ничего не нашлось", failed: "Поиск здесь не отвечает.", exactly: "искать ровно это", loosely: "искать свободнее", more: count => `и ещё ${count}`, remove: label => `убрать: ${label}`, page: (page, of) => `страница ${page} из ${of}`,
      reviews: { one: "разбор", few: "разбора", many: "разборов", other: "разбора" }, told: { one: "подсказка", few: "подсказки", many: "подсказок", other: "подсказки" },
      types: { title: "статья", author: "автор", lab: "лаборатория", topic: "тема" },
      dimensions: { year: "Год", lab: "Лаборатория", topic: "Тема", author: "Автор", reviewer: "Кто разбирал", venue: "Где вышла", language: "Язык", digest: "Дайджест", has: "Есть" },
      steps: { layout: "раскладка", translit: "транслитерация", typo: "опечатка", glossary: "словарь", phrase: "слова порознь", relax: "не все слова" },
    },
  };

  // Important rules of a shadow win over important rules of the page; type, colour and scheme are the page's own: it may be light where its reader's system is dark.
  const SHEET = new CSSStyleSheet();
  SHEET.replaceSync(`
    :host { display: block !important; position: relative !important; visibility: visible !important; opacity: 1 !important; transform: none !important; float: none !important; clip-path: none !important; columns: auto !important; text-indent: 0 !important; --accent: var(--ds-accent, light-dark(#0b5d5e, #7cc7c2)); --mark: var(--ds-mark, light-dark(#fbe7a1, #5b4a12)); --line: var(--ds-line, color-mix(in srgb, currentColor 22%, transparent)); --quiet: color-mix(in srgb, currentColor 72%, transparent); --radius: var(--ds-radius, 8px); --paper: var(--ds-paper, Canvas); }
    :host([hidden]) { display: none !important; }
    .all { font-size: var(--ds-size, 1rem); line-height: 1.5; font-style: normal; font-weight: 400; letter-spacing: normal; word-spacing: normal; text-transform: none; text-align: start; white-space: normal; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; cursor: auto; }
    *, ::before, ::after { box-sizing: border-box; }
    ul, ol, p, h3, fieldset { margin: 0; padding: 0; border: 0; list-style: none; min-width: 0; }
    a, .link { color: var(--accent); }
    form { display: flex; gap: .5em; position: relative; margin: 0; }
    input, button { font: inherit; color: inherit; }
    input[type=search] { flex: 1; min-width: 0; min-height: 44px; padding: .4em .8em; border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: var(--radius); background: var(--paper); }
    form > button { min-height: 44px; padding: .4em 1em; border: 0; border-radius: var(--radius); background: var(--accent); color: var(--ds-on-accent, light-dark(#fff, #10201f)); cursor: pointer; }
    :is(a, button, input, summary, [role=option]):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .pop { position: absolute; z-index: 9; inset: calc(100% + 4px) 0 auto; max-height: 24em; overflow: auto; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); }
    [hidden] { display: none !important; }
    [role=option] { display: flex; gap: .75em; align-items: center; min-height: 44px; padding: .25em .8em; cursor: pointer; }
    [role=option] bdi { flex: 1; }
    [role=option] span, .by, .n { color: var(--quiet); }
    [role=option][aria-selected=true], [role=option]:hover { background: color-mix(in srgb, var(--accent) 14%, var(--paper)); }
    mark { background: var(--mark); color: var(--ds-on-mark, light-dark(#1d1b18, #ece7de)); border-radius: 3px; }
    .told { display: flex; flex-wrap: wrap; gap: .25em .75em; align-items: center; margin: .75em 0 .25em; }
    .link { border: 0; padding: 0 .25em; min-height: 44px; background: none; text-decoration: underline; cursor: pointer; }
    .chip { border: 1px solid var(--line); border-radius: 99px; min-height: 44px; padding: 0 .9em; background: none; cursor: pointer; }
    summary { min-height: 44px; padding: .6em 0; cursor: pointer; }
    .groups { display: grid; grid-template-columns: repeat(auto-fill, minmax(14em, 1fr)); gap: 1em 2em; padding-bottom: 1em; }
    legend { padding: 0; color: var(--quiet); font-size: .875em; }
    label { display: flex; gap: .6em; align-items: center; min-height: 44px; padding-block: .3em; line-height: 1.3; cursor: pointer; }
    label input { width: 1.15em; height: 1.15em; accent-color: var(--accent); }
    label bdi { flex: 1; }
    label.child { padding-inline-start: 1.4em; }
    .years { display: flex; align-items: flex-end; gap: 1px; height: 72px; }
    .years button { flex: 1; min-width: 0; height: 100%; padding: 0; border: 0; background: none; display: flex; align-items: flex-end; cursor: pointer; }
    .years i { display: block; width: 100%; height: var(--h); background: color-mix(in srgb, var(--accent) 55%, transparent); border-radius: 2px 2px 0 0; }
    .years [aria-pressed=true] i { background: var(--accent); outline: 2px solid currentColor; }
    .ends { display: flex; justify-content: space-between; font-size: .875em; color: var(--quiet); }
    .hit { padding: .9em 0; border-top: 1px solid var(--line); }
    .hit h3 { font-size: 1.1em; font-weight: 600; line-height: 1.3; }
    .hit h3 a { display: inline-block; padding: .35em 0; text-decoration: none; }
    .hit h3 a:hover { text-decoration: underline; }
    .by, .snip { font-size: .9375em; }
    .pop .hit { padding: .5em .8em; }
    nav { display: flex; gap: 1em; align-items: center; padding: .5em 0; border-top: 1px solid var(--line); }
    :host([theme=light]) { color-scheme: light; }
    :host([theme=dark]) { color-scheme: dark; }
  `);

  class DigestSearch extends HTMLElement {
    static observedAttributes = ["lang", "placeholder", "size", "facets", "results", "url-state", ...DIMENSIONS];

    #root = this.attachShadow({ mode: "open" });
    #id = `ds${++made}`;
    #state = { q: "", page: 1, exact: false, chosen: {} };
    #searching = {};
    #suggesting = {};
    #pause;
    #wanted;
    #changed = false;
    #items = [];
    #active = -1;
    #ready = false;
    #moved = () => { if (this.#keeps && this.#fromAddress()) this.#show(); };

    connectedCallback() {
      if (!this.#ready) {
        this.#ready = true;
        this.#root.adoptedStyleSheets = [SHEET];
        this.#check();
        const held = this.querySelector("input[name=q]");
        this.#state.q = held?.value ?? "";
        this.#build();
      }
      if (this.#keeps) this.#fromAddress();
      if (this.#wanted !== undefined) this.#input.value = this.#state.q = this.#wanted;
      this.#wanted = undefined;
      addEventListener("popstate", this.#moved);
      this.#show();
    }

    // What is written wrong is told to whoever writes the page; readers get what there is otherwise.
    #check() {
      const words = { results: ["inline", "dropdown", "link"], theme: ["light", "dark"], facets: DIMENSIONS };
      for (const { name, value } of this.attributes)
        if (name === "size" ? !/^(1?\d|20)$/.test(value) || value < 1 : value && words[name]?.length && !value.trim().split(/\s+/).every(word => words[name].includes(word)))
          console.warn(`<digest-search ${name}="${value}">: it must be ${name === "size" ? "a whole number from 1 to 20" : words[name].join(", ")}`);
    }

    disconnectedCallback() {
      removeEventListener("popstate", this.#moved);
      this.#forget();
      this.#cancel(this.#searching);
    }

    // Several attributes set at once are one change, and nobody loses what they type.
    attributeChangedCallback() {
      if (!this.#ready || this.#changed) return;
      this.#changed = true;
      queueMicrotask(() => {
        this.#changed = false;
        const typed = this.#input.value, typing = this.#root.activeElement === this.#input;
        this.#build();
        this.#close();
        this.#input.value = typed;
        if (typing) this.#input.focus();
        this.#show();
      });
    }

    /** Searches for a text, or for what is typed. */
    search(text = this.#input?.value ?? "") {
      if (!this.#ready) {
        this.#wanted = text.trim();
        return;
      }
      this.#input.value = text;
      this.#go({ q: text.trim(), page: 1, exact: false });
    }

    get #words() {
      const lang = this.lang || this.closest("[lang]")?.lang || document.documentElement.lang || navigator.language;
      return WORDS[lang.slice(0, 2).toLowerCase()] ?? WORDS.en;
    }
    get #lang() { return this.#words === WORDS.ru ? "ru" : "en"; }
    get #mode() { return ["dropdown", "link"].includes(this.getAttribute("results")) ? this.getAttribute("results") : "inline"; }
    get #server() {
      const form = this.querySelector("form");
      return this.getAttribute("server") || SERVER || (form ? new URL(form.action).origin : location.origin);
    }
    get #size() { return Math.min(20, Math.max(1, Number.parseInt(this.getAttribute("size") ?? "", 10) || 5)); }
    get #facets() { return this.#mode !== "inline" ? [] : (this.getAttribute("facets") ?? "year lab topic").split(/[\s,]+/).filter(name => DIMENSIONS.includes(name) && !preset(this, name).length); }
    get #keeps() { return this.hasAttribute("url-state"); }
    get #prefix() { return this.getAttribute("url-state") || "ds-"; }
    get #input() { return this.#root.querySelector("input[type=search]"); }

    #build() {
      const words = this.#words;
      const input = make("input", { type: "search", part: "input", name: "q", role: "combobox", "aria-label": words.find, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.#id, autocomplete: "off", maxlength: 2000, placeholder: this.getAttribute("placeholder") ?? words.hint });
      input.value = this.#state.q;
      const list = make("ul", { id: this.#id, part: "suggestions", role: "listbox", "aria-label": words.suggestions, class: "pop", hidden: "" });
      const form = make("form", { part: "form", role: "search" }, input, make("button", { part: "button", type: "submit" }, words.find), list);
      this.#root.replaceChildren(make("div", { class: "all", lang: this.#lang }, form, make("div", { part: "results", class: "results", "aria-live": "off" }), make("div", { role: "status", class: "sr" })));
      this.#root.querySelector(".sr").style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
      form.addEventListener("submit", event => { event.preventDefault(); this.#close(); this.search(); });
      input.addEventListener("input", () => this.#later());
      input.addEventListener("keydown", event => this.#key(event));
      input.addEventListener("blur", () => this.#close());
      list.addEventListener("mousedown", event => event.preventDefault());
      list.addEventListener("click", event => this.#choose(this.#items[[...list.children].indexOf(event.target.closest("[role=option]"))]));
    }

    // What a page presets stays, whatever its reader chooses.
    #query(state, own) {
      const query = new URLSearchParams();
      if (state.q) query.set("q", state.q);
      for (const name of DIMENSIONS)
        for (const value of new Set([...(own ? [] : preset(this, name)), ...(state.chosen[name] ?? [])])) query.append(name, value);
      if (state.exact) query.set("exact", "true");
      if (state.page > 1) query.set("page", state.page);
      return query;
    }

    #go(change) {
      Object.assign(this.#state, change);
      this.#forget();
      if (this.#mode !== "inline") {
        location.assign(`${this.#server}/search?${this.#query(this.#state)}`);
        return;
      }
      const address = this.#address();
      if (this.#keeps && address.href !== location.href) history.pushState(history.state, "", address);
      this.#show(true);
    }

    #address(state = this.#state) {
      const address = new URL(location.href);
      for (const name of ["q", "exact", "page", ...DIMENSIONS]) address.searchParams.delete(this.#prefix + name);
      for (const [name, value] of this.#query(state, true)) address.searchParams.append(this.#prefix + name, value);
      return address;
    }

    // Whether it tells something else than what is shown: a click on an anchor moves too.
    #fromAddress() {
      const asked = new URLSearchParams(location.search), value = name => asked.get(this.#prefix + name);
      const state = {
        q: value("q") ?? "", exact: value("exact") === "true", page: Math.max(1, Math.min(Math.floor(DEEPEST / this.#size), Number.parseInt(value("page") ?? "1", 10) || 1)),
        chosen: Object.fromEntries(DIMENSIONS.map(name => [name, asked.getAll(this.#prefix + name)]).filter(([, values]) => values.length)),
      };
      if (this.#address(state).href === this.#address().href) return false;
      this.#state = state;
      this.#input.value = state.q;
      return true;
    }

    // One request at a time of searches, and one of suggestions: typing ends no search.
    async #ask(slot, path, query) {
      this.#cancel(slot);
      const mine = slot.asking = new AbortController();
      const answer = await fetch(`${this.#server}/api/v1/${path}?${query}`, { signal: mine.signal, credentials: "omit" });
      if (!answer.ok) throw new Error((await answer.json().catch(() => null))?.detail ?? String(answer.status));
      const found = await answer.json();
      // What was asked last is shown last.
      if (mine !== slot.asking) throw new DOMException("", "AbortError");
      return found;
    }

    #cancel(slot) {
      slot.asking?.abort();
      slot.asking = undefined;
    }

    async #show(focus) {
      const state = this.#state, results = this.#root.querySelector(".results");
      this.#cancel(this.#searching);
      const asks = state.q || Object.values(state.chosen).some(values => values.length);
      if (this.#mode !== "inline" || !asks) return results.replaceChildren();
      const query = this.#query(state);
      query.set("size", this.#size);
      query.set("facets", this.#facets.join(","));
      query.set("facetSize", MOST_LABELS);
      query.set("labels", this.#lang);
      try {
        const found = await this.#ask(this.#searching, "search", query);
        if (!found.hits.length && found.total && state.page > 1) {
          state.page = 1;
          return this.#show(focus);
        }
        const open = results.querySelector("details")?.open;
        const at = focus && this.#root.activeElement?.dataset.at;
        results.replaceChildren(...this.#results(found, open));
        this.#root.querySelector(".sr").textContent = counted(found.total, this.#words.reviews, this.#lang);
        // Whoever chose a label goes on from there; whoever turned the page, or took away what they stood on, from the top.
        if (at) (!at.startsWith("page") && results.querySelector(`[data-at="${CSS.escape(at)}"]`) || results.firstChild).focus();
        this.#tell("ds-search", { query: state.q, total: found.total, page: found.page });
      } catch (error) {
        if (error.name === "AbortError") return;
        results.replaceChildren(make("p", { class: "told", part: "error", role: "alert" }, this.#words.failed, " ", this.#out(this.#words.all)));
        this.#tell("ds-error", { message: error.message });
      }
    }

    #out(text) {
      return make("a", { href: `${this.#server}/search?${this.#query({ ...this.#state, page: 1 })}`, part: "all" }, text);
    }

    #results(found, open) {
      const words = this.#words, pages = Math.ceil(found.total / found.size);
      const told = make("p", { class: "told", part: "summary", tabindex: "-1" }, make("b", {}, found.total ? counted(found.total, words.reviews, this.#lang) : words.nothing),
        ...found.query.steps.filter(step => words.steps[step.kind]).map(step => make("span", { part: "step" }, `${words.steps[step.kind]}: ${step.from} → ${step.to}`)),
        ...(this.#state.exact || found.query.steps.length ? [this.#button(this.#state.exact ? words.loosely : words.exactly, "exact", () => this.#go({ exact: !this.#state.exact, page: 1 }))] : []),
        ...this.#chips(found.facets), this.#out(words.all));
      const groups = this.#facets.map(name => this.#group(name, found.facets[name] ?? [])).filter(Boolean);
      const filters = groups.length ? [make("details", { part: "filters", ...(open ? { open: "" } : {}) }, make("summary", {}, words.filters), make("div", { class: "groups" }, ...groups))] : [];
      const turn = (page, text) => this.#button(text, `page${text}`, () => this.#go({ page }));
      const paging = pages > 1 ? [make("nav", { part: "paging", "aria-label": words.pages }, ...(found.page > 1 ? [turn(found.page - 1, words.previous)] : []), make("span", {}, words.page(found.page, pages)), ...(found.page < pages ? [turn(found.page + 1, words.next)] : []))] : [];
      return [told, ...filters, make("ol", { part: "hits" }, ...found.hits.map(hit => this.#hit(hit))), ...paging];
    }

    #chips(facets) {
      const told = (name, value) => (facets[name] ?? []).flatMap(label => [label, ...(label.children ?? [])]).find(label => label.value === value)?.label ?? value.split(" > ").at(-1);
      const chosen = Object.entries(this.#state.chosen).flatMap(([name, values]) => values.map(value => [name, value]));
      return [...chosen.map(([name, value]) => {
        const chip = this.#button(`${told(name, value)} ×`, `chip-${name}-${value}`, () => this.#toggle(name, value));
        chip.className = "chip";
        chip.setAttribute("aria-label", this.#words.remove(told(name, value)));
        return chip;
      }), ...(chosen.length > 1 ? [this.#button(this.#words.reset, "reset", () => this.#go({ chosen: {}, page: 1 }))] : [])];
    }

    #hit(hit) {
      const { more } = this.#words;
      const names = hit.authors.slice(0, MOST_NAMES).join(", ") + (hit.authors.length > MOST_NAMES ? ` ${more(hit.authors.length - MOST_NAMES)}` : "");
      const link = make("a", { href: this.#server + hit.url, part: "title" }, ...marked(hit.highlights.title));
      link.addEventListener("click", event => { if (!this.#tell("ds-select", { id: hit.id, title: hit.title, url: link.href }, true)) event.preventDefault(); });
      return make("li", { class: "hit", part: "hit" }, make("h3", { dir: "auto" }, link),
        make("p", { class: "by", part: "byline" }, [names, hit.venue, hit.year].filter(Boolean).join(" · ")),
        ...(hit.highlights.snippet ? [make("p", { class: "snip", part: "snippet", dir: "auto", ...(hit.language ? { lang: hit.language } : {}) }, ...marked(hit.highlights.snippet))] : []));
    }

    #group(name, labels) {
      if (!labels.length) return null;
      return make("fieldset", { part: `facet facet-${name}` }, make("legend", {}, this.#words.dimensions[name]), ...(name === "year" && labels.length > 1 ? this.#years(labels) : labels.flatMap(label => this.#boxes(name, label))));
    }

    #boxes(name, label, child) {
      return [this.#box(name, label, child), ...(label.children ?? []).flatMap(below => this.#boxes(name, below, true))];
    }

    #box(name, label, child) {
      const box = make("input", { type: "checkbox", "data-at": `${name}-${label.value}`, ...(label.selected ? { checked: "" } : {}) });
      box.addEventListener("change", () => this.#toggle(name, label.value));
      return make("label", child ? { class: "child" } : {}, box, make("bdi", {}, label.label), make("span", { class: "n" }, label.count.toLocaleString(this.#lang)));
    }

    #years(labels) {
      const years = labels.slice(0, MOST_YEARS).toSorted((one, other) => one.value - other.value), most = Math.max(...years.map(year => year.count));
      const bars = years.map(year => {
        const bar = this.#button("", `year-${year.value}`, () => this.#toggle("year", year.value)), fill = make("i");
        bar.removeAttribute("class");
        set(bar, { "aria-pressed": String(year.selected), "aria-label": `${year.value}: ${counted(year.count, this.#words.reviews, this.#lang)}`, title: `${year.value}: ${year.count}` });
        fill.style.setProperty("--h", `${Math.max(4, 100 * year.count / most)}%`);
        bar.append(fill);
        return bar;
      });
      return [make("div", { class: "years" }, ...bars), make("div", { class: "ends", "aria-hidden": "true" }, make("span", {}, years[0].value), make("span", {}, years.at(-1).value))];
    }

    #button(text, at, act) {
      const button = make("button", { type: "button", class: "link", "data-at": at }, text);
      button.addEventListener("click", act);
      return button;
    }

    #toggle(name, value) {
      const held = this.#state.chosen[name] ?? [];
      const values = held.includes(value) ? held.filter(other => other !== value) : [...held, value];
      this.#go({ q: this.#input.value.trim(), chosen: { ...this.#state.chosen, [name]: values }, page: 1 });
    }

    #tell(name, detail, cancelable = false) {
      return this.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }));
    }

    // The combobox (WAI-ARIA 1.2); in the dropdown the hits themselves are what is chosen from.
    #later() {
      this.#forget();
      if (this.#input.value.trim()) this.#pause = setTimeout(() => this.#suggest(), PAUSE);
      else this.#close();
    }

    #forget() {
      clearTimeout(this.#pause);
      this.#cancel(this.#suggesting);
    }

    async #suggest(step = 0) {
      try {
        const text = this.#input.value;
        const bound = DIMENSIONS.some(name => preset(this, name).length);
        const found = this.#mode !== "dropdown" ? (await this.#ask(this.#suggesting, "suggest", new URLSearchParams({ q: text }))).items.filter(item => !preset(this, item.type).length).map(item => bound && item.type !== "title" ? { ...item, count: null } : item)
          : (await this.#ask(this.#suggesting, "search", `${this.#query({ q: text, page: 1, chosen: {} })}&facets=&size=${this.#size}`)).hits.map(hit => ({ type: "title", highlight: hit.highlights.title, label: hit.title, url: hit.url, id: hit.id, count: hit.year }));
        this.#items = found;
        const list = this.#root.getElementById(this.#id);
        list.replaceChildren(...found.map((item, at) => make("li", { id: `${this.#id}-${at}`, role: "option", "aria-selected": "false", part: "suggestion" },
          make("bdi", { lang: /[а-яё]/i.test(item.label) ? "ru" : "en" }, ...marked(item.highlight)), make("span", {}, this.#mode === "dropdown" ? "" : this.#words.types[item.type]), make("span", {}, item.count?.toLocaleString(this.#lang, { useGrouping: this.#mode !== "dropdown" }) ?? ""))));
        list.hidden = !found.length;
        this.#input.setAttribute("aria-expanded", String(!list.hidden));
        this.#root.querySelector(".sr").textContent = counted(found.length, this.#words.told, this.#lang);
        this.#activate(step && found.length ? (step > 0 ? 0 : found.length - 1) : -1);
      } catch (error) {
        if (error.name !== "AbortError") this.#close();
      }
    }

    #activate(at) {
      const lines = this.#root.getElementById(this.#id).children;
      lines[this.#active]?.setAttribute("aria-selected", "false");
      this.#active = at;
      if (!lines[at]) return this.#input.removeAttribute("aria-activedescendant");
      lines[at].setAttribute("aria-selected", "true");
      lines[at].scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", lines[at].id);
    }

    #close() {
      this.#forget();
      this.#activate(-1);
      this.#root.getElementById(this.#id).hidden = true;
      this.#input.setAttribute("aria-expanded", "false");
    }

    #key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const open = this.#input.getAttribute("aria-expanded") === "true", step = { ArrowDown: 1, ArrowUp: -1 }[event.key], many = this.#items.length + 1;
      if (step) {
        event.preventDefault();
        if (open) this.#activate((this.#active + 1 + step + many) % many - 1);
        else if (this.#input.value.trim()) { this.#forget(); this.#suggest(step); }
      } else if (event.key === "Enter" && this.#active >= 0) {
        event.preventDefault();
        this.#choose(this.#items[this.#active]);
      } else if (event.key === "Escape") {
        if (open) event.preventDefault();
        this.#close();
      } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.#activate(-1);
      else if (event.key === "Tab") this.#close();
    }

    // A label filters here; a paper has its page.
    #choose(item) {
      if (!item) return;
      this.#close();
      if (this.#mode === "inline" && SELECTING[item.type]) {
        this.#input.value = "";
        this.#go({ q: "", page: 1, exact: false, chosen: { ...this.#state.chosen, [item.type]: [item.value] } });
      } else if (this.#tell("ds-select", { id: item.id ?? null, title: item.label, url: this.#server + item.url }, true)) location.assign(this.#server + item.url);
    }
  }

  function preset(element, name) {
    return (element.getAttribute(name) ?? "").split("|").map(value => value.trim()).filter(Boolean);
  }

  function counted(number, forms, lang) {
    return `${number.toLocaleString(lang)}\u00a0${forms[new Intl.PluralRules(lang).select(number)] ?? forms.other}`;
  }

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    set(element, attributes);
    element.append(...children);
    return element;
  }

  function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }

  // Escaped text in which <mark> is the only element: it becomes nodes and never markup.
  function marked(text) {
    return text.split(/<mark>(.*?)<\/mark>/s).map((part, at) => at % 2 ? make("mark", {}, plain(part)) : plain(part));
  }

  function plain(text) {
    return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);
  }

  if (!customElements.get("digest-search")) customElements.define("digest-search", DigestSearch);
})();
