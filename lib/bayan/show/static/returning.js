// The way back leads to where a page was left: the browser sees to that for pages that it loads, but these are drawn anew.
import { hold } from "./bringing.js";

const places = new Map(); // how far each address was scrolled last

document.addEventListener(
  "scroll",
  ({ target }) => {
    if (target.matches?.(".stMain")) places.set(location.href, target.scrollTop);
  },
  { capture: true, passive: true },
);

window.addEventListener("popstate", (event) => {
  const place = places.get(location.href);
  if (!event.isTrusted || !place) return; // a link was followed, or the page is read from its beginning
  hold(() => {
    const main = document.querySelector(".stMain");
    if (main && Math.abs(main.scrollTop - place) > 1) main.scrollTop = place;
  });
});
