// What is closed at first (opening.py) comes as data and becomes elements when it is opened: a browser would else read,
// check and lay out all of it with every page, and most of it is never looked at.

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

const apart = (name, told) => make(name, {}, make("bdi", {}, told));

// As a table that stands open from the start (panels.py).
function tellTable({ heads, lines }) {
  const head = make("tr", {}, ...heads.map((told) => apart("th", told)));
  const body = lines.map((line) => make("tr", {}, ...line.map((told) => apart("td", told))));
  const table = make("table", { class: "numbers" }, make("thead", {}, head), make("tbody", {}, ...body));
  return make("div", { class: "scroll", tabindex: "0" }, table);
}

function tellForms({ forms, copy, done }) {
  const rows = forms.map(([name, told]) =>
    make(
      "div",
      {},
      make("dt", {}, name),
      make("dd", { dir: "auto", class: "copied" }, told),
      make("dd", {}, make("button", { type: "button", class: "copy", "data-done": done }, copy)),
    ),
  );
  return make("dl", {}, ...rows);
}

const TELL = { twin: tellTable, cite: tellForms };

// The event does not bubble.
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (!target.open || !target.dataset.closed) return;
    target.append(TELL[target.className](JSON.parse(target.dataset.closed)));
    delete target.dataset.closed;
  },
  { capture: true },
);
