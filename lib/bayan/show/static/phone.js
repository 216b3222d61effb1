// Narrow screens: the pages are behind a button, and the panel of filters closes when a choice has been made.

const narrow = matchMedia("(max-width: 768px)");

function open(menu, on) {
  menu.setAttribute("aria-expanded", String(on));
}

document.addEventListener("click", ({ target }) => {
  const menu = document.querySelector(".top .menu");
  if (!menu) return;
  open(menu, target.closest?.(".top .menu") ? menu.getAttribute("aria-expanded") !== "true" : false);
});

document.addEventListener("keydown", (event) => {
  const menu = document.querySelector('.top .menu[aria-expanded="true"]');
  if (event.key !== "Escape" || !menu) return;
  open(menu, false);
  menu.focus();
});

// Every choice turns to another address.
window.addEventListener("popstate", () => {
  if (narrow.matches) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
});
