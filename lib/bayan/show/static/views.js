// Saved views: named addresses, kept in this browser alone.

const KEY = "bayan.views";

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function write(views) {
  localStorage.setItem(KEY, JSON.stringify(views));
  document.querySelectorAll(".views ul").forEach(fill);
}

function row(list, view) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = view.href;
  link.textContent = view.name;
  const away = document.createElement("button");
  away.type = "button";
  away.className = "x";
  away.textContent = "×";
  away.setAttribute("aria-label", list.dataset.remove.replace("{name}", view.name));
  away.addEventListener("click", () => write(read().filter((other) => other.name !== view.name)));
  item.append(link, away);
  return item;
}

function fill(list) {
  const views = read();
  const stamp = JSON.stringify(views);
  if (list.dataset.shown === stamp) return;
  list.dataset.shown = stamp;
  list.replaceChildren(...views.map((view) => row(list, view)));
}

function save(box) {
  const name = box.value.trim();
  if (!name) return box.focus();
  box.value = "";
  write([...read().filter((view) => view.name !== name), { name, href: location.pathname + location.search }]);
}

const boxOf = (element) => element.closest?.(".views")?.querySelector("input");

document.addEventListener("click", ({ target }) => {
  if (target.matches?.(".views .save")) save(boxOf(target));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.(".views input")) save(event.target);
});

new MutationObserver(() => document.querySelectorAll(".views ul").forEach(fill)).observe(document.documentElement, {
  childList: true,
  subtree: true,
});
