// The keyboard: j and k go from statement to statement of an article, n and p to the articles beside it, / to the search,
// s to the box that finds another speaker of the statement under review.
import { turnTo } from "./bayan.js";

const writes = (element) => element.closest?.("input, textarea, select, [contenteditable]");

// The statements of an article in reading order; the list below a timeline card by card.
function step(by) {
  const notes = [...document.querySelectorAll(".note")];
  if (notes.length) {
    const at = notes.findIndex((note) => note.classList.contains("current"));
    const next = notes[at < 0 ? (by > 0 ? 0 : notes.length - 1) : at + by];
    if (next) turnTo(next.querySelector(".go").href);
    return;
  }
  const cards = [...document.querySelectorAll(".card .tools > .go, .result h2 a")];
  const next = cards[cards.indexOf(document.activeElement) + by];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || writes(event.target)) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/" || event.key === "s") {
    const box = document.querySelector(event.key === "/" ? ".typed" : ".choosing .pick");
    if (!box) return;
    event.preventDefault();
    box.focus();
  } else {
    const way = document.querySelector(`.ways a[data-key="${CSS.escape(event.key)}"]`);
    if (way) turnTo(way.href);
  }
});
