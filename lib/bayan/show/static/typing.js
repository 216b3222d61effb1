// Boxes of the filter bar: words with Enter, days when they are whole. The server says where that leads.
import { turnTo } from "./bayan.js";

async function go(box) {
  const asked = { here: location.pathname + location.search, word: box.dataset.word, text: box.value };
  const answer = await fetch(`/find/view?${new URLSearchParams(asked)}`);
  box.setCustomValidity(answer.ok ? "" : await answer.text());
  if (!answer.ok) return box.reportValidity();
  box.defaultValue = asked.text; // it is sent: what the page makes of it comes in its place
  turnTo((await answer.json()).href);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.('.typed[type="text"]')) go(event.target);
});

document.addEventListener("input", ({ target }) => {
  if (target.matches?.(".typed")) target.setCustomValidity("");
});

// A day that is typed leads on when it is whole, a month or a year when the box is left; the calendar chooses one too.
const DAY = /^\s*[\d\u0660-\u0669]{4}-[\d\u0660-\u0669]{2}-[\d\u0660-\u0669]{2}\s*$/;
const isDay = (box) => box.matches?.('.day-of .typed');

document.addEventListener("input", ({ target }) => {
  if (isDay(target) && DAY.test(target.value)) go(target);
});

document.addEventListener("change", ({ target }) => {
  // A box that is taken from the page to be drawn anew was not left.
  if (isDay(target) && !DAY.test(target.value)) setTimeout(() => target.isConnected && go(target));
  if (!target.matches?.(".chooser") || !target.validity.valid) return;
  const box = target.closest(".day-of").querySelector(".typed");
  box.value = target.value;
  go(box);
});

document.addEventListener("click", ({ target }) => {
  if (target.matches?.(".day-of .calendar")) target.closest(".day-of").querySelector(".chooser").showPicker();
});
