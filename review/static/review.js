// Keys, selecting words in the source, and going from claim to claim without loading the whole page anew.
// Nothing here decides by itself, and all of it also works without script, by forms and links.

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const keys = () => JSON.parse(document.body.dataset.keys ?? "{}");
const say = (words) => { find("#said").textContent = words; };

let chosen = null;   // the words selected last: {start, end}, code points from the beginning of the document
let active = null;   // the row of a form whose words are being marked
let busy = false;

// --- the text, in code points ---------------------------------------------------------------------------------------

const blocks = () => all(".reading [data-start]").map((element) => {
  const start = Number(element.dataset.start), text = [...element.textContent];
  return { element, start, text, end: start + text.length };
});

function offsetOf(node, index) {
  const block = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-start]");
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, index);
  return Number(block.dataset.start) + [...before.toString()].length;
}

function wordsOf({ start, end }) {
  return blocks().filter((block) => block.start < end && block.end > start)
    .map((block) => block.text.slice(Math.max(0, start - block.start), end - block.start).join("")).join("\n");
}

function trimmed({ start, end }) {
  const points = new Map(blocks().flatMap((block) => block.text.map((point, at) => [block.start + at, point])));
  const blank = (at) => !points.has(at) || /\s/u.test(points.get(at));
  while (start < end && blank(start)) start += 1;
  while (end > start && blank(end - 1)) end -= 1;
  return start < end ? { start, end } : null;
}

function rangeIn(block, start, end) {
  const walker = document.createTreeWalker(block.element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let here = block.start, node;
  while ((node = walker.nextNode())) {
    const points = [...node.data], unit = (at) => points.slice(0, at - here).join("").length;
    if (start >= here && start <= here + points.length) range.setStart(node, unit(start));
    if (end >= here && end <= here + points.length) { range.setEnd(node, unit(end)); break; }
    here += points.length;
  }
  return range;
}

// the edges of the tokens of a block: words with their inner dots and hyphens, and single signs
function edges(block, side) {
  const text = block.text.join(""), found = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{M}\p{N}]+)*|[^\s]/gu)) {
    const at = match.index + (side === "end" ? match[0].length : 0);
    found.push(block.start + [...text.slice(0, at)].length);
  }
  return found;
}

function moved(span, side, step) {
  const around = blocks().find((block) => block.start < span.end && block.end >= span.end);
  if (!around) return span;
  const steps = edges(around, side).filter((edge) => (step > 0 ? edge > span[side] : edge < span[side]));
  const to = step > 0 ? steps[0] : steps.at(-1);
  const next = { ...span, [side]: to ?? span[side] };
  return next.start < next.end ? next : span;
}

// --- marking --------------------------------------------------------------------------------------------------------

function mark(span) {
  all(".word.chosen").forEach((word) => word.classList.remove("chosen"));
  if ("highlights" in CSS) CSS.highlights.delete("chosen");
  if (!span) return;
  place();
  all(".word").filter((word) => Number(word.dataset.start) < span.end && Number(word.dataset.end) > span.start)
    .forEach((word) => word.classList.add("chosen"));
  if ("highlights" in CSS) {
    const parts = blocks().filter((block) => block.start < span.end && block.end > span.start)
      .map((block) => rangeIn(block, Math.max(span.start, block.start), Math.min(span.end, block.end)));
    CSS.highlights.set("chosen", new Highlight(...parts));
  }
}

const field = (row, name) => find(`[name="${row.dataset.slot}_${name}"]`, row);

function spanOf(row) {
  const start = field(row, "start").value, end = field(row, "end").value;
  return start && end ? { start: Number(start), end: Number(end) } : null;
}

function put(row, span) {
  const words = wordsOf(span);
  field(row, "start").value = span.start;
  field(row, "end").value = span.end;
  field(row, "words").value = words;
  const output = find("output", row), input = find(`input[name="${row.dataset.slot}"]`, row);
  if (output) output.textContent = words;
  if (input && ["counted", "source", "place"].includes(row.dataset.slot)) input.value = words.replace(/\s+/gu, " ");
  if (row.dataset.slot === "claim") {
    const counted = find("#missed[open] [name=counted]");
    if (counted && !counted.value) counted.value = words.match(/(?:\d|\b(?:of|the))\s+([\p{L}-]+)/u)?.[1] ?? "";
  }
  mark(span);
}

function choose(span) {
  chosen = span && trimmed(span);
  mark(chosen);
  all(".take").forEach((button) => { button.disabled = !chosen; });
  const missed = find("#missed[open] [data-slot=claim]");
  if (chosen && missed) put(missed, chosen);
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  let end = offsetOf(range.endContainer, range.endOffset);
  if (start === null) return;
  end ??= blocks().findLast((block) => range.intersectsNode(block.element))?.end;
  if (end > start) choose({ start, end });
});

let first = null;   // the word of the picture at which dragging began
document.addEventListener("pointerdown", (event) => { first = event.target.closest?.(".word") ?? null; drag(event); });
document.addEventListener("pointermove", (event) => { if (event.buttons === 1) drag(event); });

function drag(event) {
  const word = document.elementFromPoint(event.clientX, event.clientY)?.closest?.(".word");
  if (!first || !word) return;
  event.preventDefault();
  const [from, to] = [first, word].map((rect) => ({ start: Number(rect.dataset.start), end: Number(rect.dataset.end) }));
  choose({ start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) });
}

function stretch(side, step) {
  const opened = find("#missed[open], #edit[open]") ?? open("edit");
  const row = active && opened.contains(active) ? active : find("[data-slot=claim]", opened);
  const span = spanOf(row) ?? chosen;
  if (span) put(row, moved(span, side, step));
  else if (beginning()) put(row, beginning());
}

// where marking by keys begins: at the first of the words that the page is about, else at the first that can be seen
function beginning() {
  const about = find(".reading mark.here, .reading mark.slot-claim"), top = find(".panel-text").getBoundingClientRect().top;
  const seen = (element) => (about ? element.contains(about) : element.getBoundingClientRect().bottom > top);
  const block = blocks().find(({ element }) => seen(element));
  if (!block) return null;
  const from = about ? offsetOf(about, 0) : block.start;
  const start = edges(block, "start").find((edge) => edge >= from), end = edges(block, "end").find((edge) => edge > from);
  return start < end ? { start, end } : null;
}

// --- drawers and keys -----------------------------------------------------------------------------------------------

function open(name) {
  const drawer = find(`#${name}`);
  if (!drawer) return null;
  all(".drawer[open]").filter((other) => other !== drawer).forEach((other) => { other.open = false; });
  drawer.open = true;
  const words = name === "missed" && !chosen;   // they are marked first, by keys or by the mouse
  const missed = words ? "summary" : "[name=counted]";
  find({ comment: "textarea", edit: "#edit-value", missed, reject: ".reasons button" }[name], drawer)
    ?.focus({ preventScroll: true });
  drawer.scrollIntoView({ block: "nearest" });
  if (name === "missed" && chosen) put(find("[data-slot=claim]", drawer), chosen);
  return drawer;
}

function turn() {
  const other = find("input[name=shown]:not(:checked)");
  other?.click();
}

const typing = (target) => target.closest?.("textarea, select, [contenteditable]")
  || (target.matches?.("input") && !["radio", "checkbox", "button", "submit"].includes(target.type));

document.addEventListener("keydown", (event) => {
  if (event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") return close(event);
  if (typing(event.target) || busy) return;
  const reasons = find("#reject[open]");
  if (reasons && /^[1-9]$/u.test(event.key)) return press(event, find(`[name=because][value="${event.key}"]`, reasons));
  const chosenKeys = keys(), name = Object.keys(chosenKeys).find((known) => chosenKeys[known] === event.key);
  if (event.key === " " && event.target.closest("button, a, summary, label")) return;   // it presses what has the focus
  if (event.key === "{" || event.key === "}") { event.preventDefault(); stretch("start", event.key === "{" ? -1 : 1); }
  if (!name) return;
  const element = find(`#main [data-key="${name}"]:not([disabled])`);
  if (name === "turn") { event.preventDefault(); turn(); }
  else if (name === "shrink" || name === "grow") { event.preventDefault(); stretch("end", name === "grow" ? 1 : -1); }
  else if (name === "help" || name === "search") { event.preventDefault(); location.assign(`/${name}`); }
  else if (element?.dataset.opens) { event.preventDefault(); open(element.dataset.opens); }
  else press(event, element);
});

function press(event, element) {
  if (!element) return;
  event.preventDefault();
  element.click();
}

function close(event) {
  const drawer = find(".drawer[open]");
  if (!drawer) return;
  event.preventDefault();
  drawer.open = false;
  find("#headline")?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-opens], [data-takes], [data-key=shrink], [data-key=grow]");
  if (!button) return;
  if (button.dataset.opens) open(button.dataset.opens);
  else if (button.dataset.takes) { active = button.closest("[data-slot]"); if (chosen) put(active, chosen); }
  else stretch("end", button.dataset.key === "grow" ? 1 : -1);
});

document.addEventListener("click", (event) => { if (event.target.closest?.("[data-print]")) print(); });

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("[data-slot]");
  if (row) { active = row; mark(spanOf(row)); }
});

// --- from claim to claim --------------------------------------------------------------------------------------------

const pictures = new Map();   // kept while the page is open, by address

async function ask(address, options = {}) {
  if (busy) return;
  busy = true;
  document.body.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { ...options, headers: { "X-Swap": "1" } });
    show(await response.text(), response.url, response.ok);
  } catch {
    say("The page does not answer. What you typed is still here: try again.");
  } finally {
    busy = false;
    document.body.removeAttribute("aria-busy");
  }
}

// pictures that are here already take their places again; an image that changes its document would be fetched anew
function drawn(main) {
  return [...main.querySelectorAll(".page-image")].flatMap((image) => {
    const known = find(`.page-image[src="${image.getAttribute("src")}"]`) ?? pictures.get(image.getAttribute("src"));
    if (!known) return [];
    for (const name of ["class", "alt", "width", "height"]) known.setAttribute(name, image.getAttribute(name));
    const place = image.ownerDocument.createElement("span");
    image.replaceWith(place);
    return [[place, known]];
  });
}

function show(html, address, moved) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const main = fresh.querySelector("#main");
  if (!main) return location.reload();
  const known = drawn(main);
  document.title = fresh.title;
  document.body.className = fresh.body.className;
  document.body.dataset.keys = fresh.body.dataset.keys ?? "{}";
  const masthead = fresh.querySelector(".masthead");
  if (masthead.textContent !== find(".masthead").textContent) find(".masthead").replaceWith(masthead);
  find("#main").replaceWith(main);
  for (const [place, image] of known) place.replaceWith(image);
  if (moved && address !== location.href) history.pushState(null, "", address);
  say("");
  arrive();
  (find("#headline") ?? find("#main")).focus({ preventScroll: true });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!document.body.classList.contains("claim-page") || form.method !== "post" || event.defaultPrevented) return;
  if (!/^\/(?:claim|document)\//u.test(new URL(form.action).pathname)) return;
  event.preventDefault();
  ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='/claim/']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !document.body.classList.contains("claim-page")) return;
  event.preventDefault();
  ask(link.href);
});

addEventListener("popstate", () => location.reload());

// --- when a claim is there ------------------------------------------------------------------------------------------

function scrollTo(panel, target) {
  if (!panel || !target || !panel.clientHeight) return;
  const inner = target.getBoundingClientRect(), outer = panel.getBoundingClientRect();
  panel.scrollTop += inner.top - outer.top - (panel.clientHeight - inner.height) / 3;
}

function centre() {
  scrollTo(find(".panel-picture"), find(".frame-claim"));
  scrollTo(find(".panel-text"), find(".reading .slot-claim, .reading .here"));
}

// the words of the picture, to be selected: made when there is time, since most claims are decided without
function place() {
  const frames = find(".frames[data-words]");
  if (!frames || frames.querySelector(".word")) return;
  const words = frames.dataset.words.split(";").filter(Boolean).map((word) => {
    const [start, end, x, y, width, height] = word.split(",");
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ class: "word", x, y, width, height })) rect.setAttribute(name, value);
    Object.assign(rect.dataset, { start, end });
    return rect;
  });
  frames.prepend(...words);
}

function arrive() {
  chosen = active = null;
  mark(null);
  all(".take").forEach((button) => { button.hidden = false; button.disabled = true; });
  const wanted = sessionStorage.getItem("shown"), choice = wanted && find(`input[name=shown][value="${wanted}"]`);
  if (choice) choice.checked = true;
  centre();
  const image = find(".page-image");
  if (image && !(image.complete && image.naturalWidth)) {
    image.addEventListener("load", centre, { once: true });
    image.addEventListener("error", () => missingPicture(image), { once: true });
  }
  requestIdleCallback?.(() => { place(); prepare(); });
}

async function missingPicture(image) {
  find("#show-text")?.click();
  sessionStorage.removeItem("shown");
  const response = await fetch(image.src).catch(() => null);
  say(response && !response.ok ? await response.text() : "The page's picture cannot be drawn: here is its text.");
}

// the page of the claim that comes next is drawn in advance; nothing is decided by it, and nobody is kept from that claim
async function prepare() {
  const ahead = find("#main")?.querySelector("[data-ahead]")?.dataset.ahead;
  const response = ahead && await fetch(ahead).catch(() => null);
  const source = response?.ok ? (await response.text()).trim() : "";
  if (!source || pictures.has(source) || find(`.page-image[src="${source}"]`)) return;
  const image = new Image();
  image.src = source;
  pictures.set(source, image);
  if (pictures.size > 8) pictures.delete(pictures.keys().next().value);
}

document.addEventListener("change", (event) => {
  if (event.target.name !== "shown") return;
  sessionStorage.setItem("shown", event.target.value);
  centre();
});

arrive();
