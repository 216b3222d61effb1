// Brings elements into view, and keeps them there while the page is still being drawn: what comes later may push them away.

let kept = null; // brings it again
let held = null; // the same where a reader asked for it: nothing else is brought meanwhile
let begun = true; // whether the drawing has begun, which takes a moment after a click

const SETTLED = 300; // milliseconds: Streamlit turns to the top of another page when all of it has come
const isDrawing = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning";

// The margin of an article that an element stands in, where it scrolls by itself: on a phone it is below the text.
export function marginOf(element) {
  const margin = element.closest(".margin");
  return margin && getComputedStyle(margin).position === "sticky" ? margin : null;
}

// Scrolls the page, or the margin where it scrolls by itself, until an element stands in the middle; the frame stays.
export function bring(element) {
  const box = marginOf(element) ?? element.closest(".stMain");
  if (!box) return;
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
}

// Whether all of an element can be seen below the top bar.
export function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= document.querySelector("header.top").offsetHeight && bottom <= innerHeight;
}

export function bringUnseen(element) {
  if (element && !isSeen(element)) bring(element);
}

// Brings something again and again until the page is drawn, unless the reader moves it before.
export function keep(bringIt) {
  kept = bringIt;
  bringAgain();
}

// The same, and now, for what the reader turns to before it is drawn.
export function hold(bringIt) {
  bringIt();
  held = kept = bringIt;
  begun = false;
}

// Whether the reader has turned to a place that is still being drawn.
export const isHeld = () => kept !== null && kept === held;

// A frame later than what has come is laid out: until then the browser may move the page for it.
function bringAgain() {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      kept?.();
      if (kept && begun && !isDrawing()) setTimeout(end, SETTLED, kept);
    }),
  );
}

function end(mine) {
  if (kept !== mine || isDrawing()) return;
  kept();
  kept = null;
}

for (const moved of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  document.addEventListener(moved, () => (kept = null), { capture: true, passive: true });
}

new MutationObserver(() => {
  begun ||= isDrawing();
  if (kept) bringAgain();
}).observe(document.documentElement, {
  attributeFilter: ["data-test-script-state"],
  childList: true,
  subtree: true,
});
