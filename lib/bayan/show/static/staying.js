// A choice draws parts of the page anew. What had the focus gets it again, and what is being typed stays as it is typed.

const FOCUSABLE = "a[href], button, input, summary, [tabindex]";
// Where to go on where the control is gone: the statement that was opened, else the heading of the page.
const GOALS = [".note.current .number", "h1"];

let kept = null; // what had the focus last, and how to find it again
let restoring = false;
const typed = new Map(); // boxes in which something is typed that was not sent, by their key

// Whether the focus comes back by itself, not by the reader.
export const isRestoring = () => restoring;

// Gives the focus to what is read next, a control or not, without scrolling.
export function focus(element) {
  if (!element.matches(FOCUSABLE)) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

// What a control is called wherever it stands: the part of the page that it is in, and its words without counts.
function keyOf(element) {
  const part = element.closest("li[id], header, section, nav, article, aside, .stHtml, [class*='st-key-']");
  const words = element.dataset.word || element.getAttribute("aria-label") || element.textContent;
  return [part?.id || part?.className, element.localName, words.replace(/[\d\u0660-\u0669.,٬]+/g, "").trim()].join("|");
}

function find(key) {
  return [...document.querySelectorAll(`.stApp :is(${FOCUSABLE})`)].find((element) => keyOf(element) === key);
}

document.addEventListener("focusin", ({ target }) => {
  kept = target.closest?.(".stApp") ? { element: target, key: keyOf(target) } : null;
});

// A control that was left is forgotten; one that is gone from the page was not left.
document.addEventListener("focusout", ({ target }) => {
  setTimeout(() => {
    if (kept?.element === target && target.isConnected && document.activeElement !== target) kept = null;
  });
});

document.addEventListener("input", ({ target }) => {
  if (target.matches?.(".stHtml input")) note(target);
});

function note(box) {
  const [start, end] = box.type === "text" ? [box.selectionStart, box.selectionEnd] : [];
  typed.set(keyOf(box), { box, value: box.value, given: box.defaultValue, start, end });
}

// Puts the text back into boxes that were drawn anew while it was typed, unless the page has another for a box that was left.
function restoreTexts() {
  for (const [key, { box, value, given, start, end }] of typed) {
    if (box.isConnected) {
      if (box.value === box.defaultValue) typed.delete(key); // sent, or taken back
      continue;
    }
    const next = find(key);
    if (!next) continue;
    typed.delete(key);
    if (value === given || value === next.value || (next.defaultValue !== given && kept?.key !== key)) continue;
    next.value = value;
    next.setSelectionRange(start, end);
    note(next);
  }
}

function restoreFocus() {
  if (!kept || kept.element.isConnected || document.activeElement !== document.body) return;
  const running = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning";
  const next = find(kept.key) ?? (running ? null : GOALS.map((goal) => document.querySelector(goal)).find(Boolean));
  if (!next) return;
  restoring = true;
  focus(next);
  restoring = false;
}

new MutationObserver(() => {
  if (typed.size) restoreTexts();
  restoreFocus();
}).observe(document.documentElement, {
  attributeFilter: ["data-test-script-state"],
  childList: true,
  subtree: true,
});
