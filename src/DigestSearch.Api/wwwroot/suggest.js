// Makes a search box a combobox with suggestions (WAI-ARIA 1.2); without it the form works as it is.
"use strict";

const PAUSE = 120;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

for (const [number, form] of [...document.querySelectorAll("form[data-suggest]")].entries()) combobox(form, number);

// A page that waits for something looks again, unless somebody is typing.
const wait = document.querySelector("meta[name=reload]");
if (wait) setInterval(() => {
  const box = document.querySelector("form[data-suggest] input[name=q]");
  if (!box || box.value === box.defaultValue) location.reload();
}, wait.content * 1000);

// A slash leads to the box, as long as nobody is writing elsewhere.
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], digest-search")) return;
  const box = document.querySelector("form[data-suggest] input[name=q]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

function combobox(form, number) {
  const input = form.elements.q;
  const list = element("ul", "suggestions");
  const told = element("div", "hid");
  let asked = 0, asking, pause, items = [], active = -1;

  list.id = `suggestions-${number}`;
  list.hidden = true;
  set(list, { role: "listbox", "aria-label": input.getAttribute("aria-label") });
  told.setAttribute("role", "status");
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });
  form.append(list, told);

  input.addEventListener("input", later);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", key);
  form.addEventListener("submit", close);
  // The caret stays where it is, by mouse and by touch.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => go(items[[...list.children].indexOf(event.target.closest("li"))]));
  addEventListener("pagehide", close);

  function later() {
    forget();
    if (input.value.trim()) pause = setTimeout(ask, PAUSE);
    else close();
  }

  // Whatever was asked before is of an older text.
  function forget() {
    asked++;
    clearTimeout(pause);
    asking?.abort();
  }

  async function ask(choose) {
    forget();
    const mine = asked;
    asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.suggest + encodeURIComponent(input.value), { signal: asking.signal });
      const found = answer.ok ? (await answer.json()).items : [];
      if (mine === asked) show(found, choose);
    } catch {
      if (mine === asked) close();
    }
  }

  function show(found, choose) {
    items = found;
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = form.dataset.told.split("|")[found.length];
    activate(choose && found.length ? (choose > 0 ? 0 : found.length - 1) : -1);
    list.scrollTop = 0;
  }

  function option(item, at) {
    const line = element("li"), label = element("bdi"), type = element("span", "type"), count = element("span", "n");
    line.id = `${list.id}-${at}`;
    set(line, { role: "option", "aria-selected": "false" });
    label.lang = /[а-яё]/i.test(item.label) ? "ru" : "en";
    label.append(...item.highlight.split(/<mark>(.*?)<\/mark>/s).map((text, part) => part % 2 ? element("mark", "", plain(text)) : plain(text)));
    type.textContent = form.dataset[item.type];
    count.textContent = item.count.toLocaleString(document.documentElement.lang);
    line.append(label, " ", type, " ", count);
    return line;
  }

  function activate(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const line = list.children[at];
    if (line) {
      line.setAttribute("aria-selected", "true");
      line.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", line.id);
    } else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    forget();
    activate(-1);
    list.hidden = true;
    told.textContent = "";
    input.setAttribute("aria-expanded", "false");
  }

  function key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (event.altKey && step < 0) close();
      else if (list.hidden) { if (input.value.trim()) ask(event.altKey ? 0 : step); }
      // Past either end the text has the turn.
      else if (!event.altKey) activate((active + 1 + step + items.length + 1) % (items.length + 1) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      go(items[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) activate(-1);
    else if (event.key === "Tab") close();
  }

  // The page's own language goes with the reader.
  function go(item) {
    if (!item) return;
    const address = new URL(item.url, location.href);
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang) address.searchParams.set("lang", lang);
    close();
    location.assign(address);
  }
}

function element(name, style, text) {
  const made = document.createElement(name);
  if (style) made.className = style;
  if (text) made.textContent = text;
  return made;
}

function set(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
}

// The only entities that an answer holds.
function plain(text) {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, entity => ENTITIES[entity]);
}
