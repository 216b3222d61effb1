// Makes links of the dashboard turn the page without loading it anew. Without this script they still work.
import { bring, bringUnseen, hold, isHeld, isSeen, keep, marginOf } from "./bringing.js";
import { focus } from "./staying.js";

const inside = (link) =>
  link.origin === location.origin && !link.hasAttribute("download") && !link.target && link.closest(".stHtml");

function followLanguage() {
  const lang = new URLSearchParams(location.search).get("lang");
  const named = lang === "ar" || lang === "en" ? lang : "en";
  const root = document.documentElement;
  if (root.lang === named) return; // set anew, even to the same, all of the page is styled again
  root.lang = named;
  root.dir = named === "ar" ? "rtl" : "ltr";
}

// Turns to another address of the dashboard. Another page is read from its beginning.
export function turnTo(address) {
  const url = new URL(address, location.href);
  if (url.href === location.href) return;
  const elsewhere = url.pathname !== location.pathname || url.searchParams.has("place");
  history.pushState({}, "", url);
  window.dispatchEvent(new PopStateEvent("popstate"));
  if (elsewhere) document.querySelector(".stMain")?.scrollTo({ top: 0 });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (!inside(link)) return;
  event.preventDefault();
  const place = link.getAttribute("href");
  if (place.startsWith("#")) {
    const target = document.getElementById(decodeURIComponent(place.slice(1)));
    if (!target) return;
    bring(target);
    focus(target);
  } else {
    turnTo(link.href);
    if (link.closest(".paging")) showBeginning();
  }
});

window.addEventListener("popstate", followLanguage);

// Brought into view, each once, when it has come: the open page in the top bar, the list that a click on a mark has
// narrowed, the statement that the address names in its article or else the words that were looked for, and the one
// under review or the next name to decide about where it cannot be seen; but a page that names none of these opens at
// its heading.
let opened = null;
let named = "";
let narrowed = "";
let shown = "";
let path = "";

// Where the address names no statement, the words that were looked for are what an article was opened for.
const findCurrent = () => document.querySelector(".said.current") ?? document.querySelector(".sheet p mark");
// On a phone the margin is below the text: a way to what stands there leads past the text.
function findBelow() {
  const note = document.querySelector(".note.current");
  return note && !marginOf(note) && location.hash === `#${note.id}` ? (note.querySelector(".more") ?? note) : null;
}

// The margin scrolls by itself, and is at its top again when it is drawn anew.
function bringNote() {
  const note = document.querySelector(".note.current");
  const margin = note && marginOf(note);
  if (!margin) return;
  const [inner, outer] = [note.getBoundingClientRect(), margin.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) bring(note);
}

// Another page of a list is read from its beginning, which in a timeline is below the charts.
function showBeginning() {
  const [main, header] = [document.querySelector(".stMain"), document.querySelector("header.top")];
  hold(() => {
    const first = main.querySelector(":is(.narrowed, .folding, .day, .result)");
    const from = first ? first.getBoundingClientRect().top - header.offsetHeight : 0;
    if (from < 0 || from > innerHeight / 2) main.scrollTop += from - 12;
  });
}

function showCurrent(current) {
  const reviewed = document.querySelector(".passage")?.dataset.statement ?? "";
  const at = location.href + reviewed + (document.querySelector(".headline")?.textContent ?? "");
  if (shown === at) return;
  const opens = !path && !new URLSearchParams(location.search).has("statement");
  path = location.pathname;
  shown = at;
  if ((reviewed && opens) || isHeld()) return;
  keep(() => {
    bringUnseen(findBelow() ?? findCurrent());
    bringNote();
  });
  requestAnimationFrame(() => {
    const element = findBelow() ?? current;
    if (element !== current || (!reviewed && current.matches(".said")) || !isSeen(current)) bring(element);
    bringNote();
  });
}

new MutationObserver(() => {
  const page = document.querySelector(".top nav [aria-current]");
  if (page && page !== opened) page.parentElement.scrollLeft += page.offsetLeft - page.parentElement.offsetLeft - 40;
  opened = page;

  const list = document.querySelector(".narrowed");
  const words = list?.textContent ?? "";
  if (list && words !== narrowed) bring(list);
  narrowed = words;

  const name = document.querySelector(".suggestion");
  if (name && named && name.textContent !== named) keep(() => bringUnseen(document.querySelector(".suggestion")));
  if (name || !document.querySelector(".suggested")) named = name?.textContent ?? "";

  if (path !== location.pathname) path = "";
  const current = findCurrent();
  if (current) showCurrent(current);
  else shown = "";
}).observe(document.documentElement, {
  attributeFilter: ["data-test-script-state"],
  childList: true,
  subtree: true,
});
