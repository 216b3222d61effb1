// The box of actors: offers names while one is typed (arrow keys, Enter, Escape), and turns to what is chosen.
import { turnTo } from "./bayan.js";
import { isRestoring } from "./staying.js";

const PAUSE = 120;
let waiting = 0;
let asked = 0;

const isBox = (element) => element.matches?.(".picker .pick");
const listOf = (box) => box.closest(".picker").querySelector(".offers");

function close(box) {
  asked += 1;
  clearTimeout(waiting);
  listOf(box).hidden = true;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function piece(kind, text) {
  const element = document.createElement("bdi");
  element.className = kind;
  element.textContent = text;
  return element;
}

function show(box, offers) {
  const list = listOf(box);
  const rows = offers.map((offer, at) => {
    const row = document.createElement("li");
    row.id = `${list.id}-${at}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.dataset.href = offer.href;
    row.append(piece("name", offer.name), piece("other", offer.other), piece("told", offer.told));
    return row;
  });
  if (!rows.length) {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = box.dataset.none;
    rows.push(none);
  }
  list.replaceChildren(...rows);
  list.hidden = false;
  box.setAttribute("aria-expanded", "true");
  box.removeAttribute("aria-activedescendant");
}

async function offer(box) {
  const mine = (asked += 1);
  const { word = "", subject = "" } = box.dataset;
  const words = new URLSearchParams({ here: location.pathname + location.search, text: box.value, word, subject });
  const answer = await fetch(`/find/actors?${words}`);
  if (mine === asked && box.isConnected) show(box, answer.ok ? await answer.json() : []);
}

function move(box, step) {
  const rows = [...listOf(box).querySelectorAll("[role=option]")];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
  const next = rows[(at + step + rows.length + (at < 0 && step < 0 ? 1 : 0)) % rows.length];
  rows.forEach((row) => row.setAttribute("aria-selected", String(row === next)));
  box.setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}

function choose(box, row) {
  close(box);
  box.value = "";
  if (box.dataset.word) box.blur(); // the next key says what to do with the choice
  turnTo(row.dataset.href);
}

document.addEventListener("input", ({ target }) => {
  if (!isBox(target)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => offer(target), PAUSE);
});

document.addEventListener("focusin", ({ target }) => {
  if (isBox(target) && (target.value || !isRestoring())) offer(target);
});

document.addEventListener("focusout", ({ target }) => {
  if (isBox(target)) close(target);
});

document.addEventListener("keydown", (event) => {
  const box = event.target;
  if (!isBox(box)) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (listOf(box).hidden) offer(box);
    else move(box, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    const rows = [...listOf(box).querySelectorAll("[role=option]")];
    const row = rows.find((one) => one.getAttribute("aria-selected") === "true") ?? (box.value && rows[0]);
    if (row) choose(box, row);
  } else if (event.key === "Escape") {
    close(box);
  }
});

// Before the box loses the focus, which closes the list.
document.addEventListener("mousedown", (event) => {
  const row = event.target.closest?.(".offers [role=option]");
  if (!row) return;
  event.preventDefault();
  choose(row.closest(".picker").querySelector(".pick"), row);
});
