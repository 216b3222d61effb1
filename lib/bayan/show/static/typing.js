// Boxes of the filter bar: words with Enter, days when they are whole. The server says where that leads.
import { turnTo } from "./bayan.js";

async function go(box) {
  const asked = { here: location.pathname + location.search, word: box.dataset.word, text: box.value };
  const answer = await fetch(`/find/view?${new URLSearchParams(asked)}`);
  box.setCustomValidity(answer.ok ? "" : await answer.text());
  if (answer.ok) turnTo((await answer.json()).href);
  else box.reportValidity();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.('.typed[type="text"]')) go(event.target);
});

document.addEventListener("input", ({ target }) => {
  if (target.matches?.(".typed")) target.setCustomValidity("");
});

// A day that is typed is whole when its year lies among those of the store.
document.addEventListener("change", ({ target }) => {
  if (target.matches?.('.typed[type="date"]') && target.validity.valid) go(target);
});
