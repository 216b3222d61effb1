// Makes links of the dashboard turn the page without loading it anew. Without this script they still work.

const inside = (link) =>
  link.origin === location.origin && !link.hasAttribute("download") && !link.target && link.closest(".stHtml");

function followLanguage() {
  const lang = new URLSearchParams(location.search).get("lang");
  const named = lang === "ar" || lang === "en" ? lang : "en";
  document.documentElement.lang = named;
  document.documentElement.dir = named === "ar" ? "rtl" : "ltr";
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.getAttribute("href").startsWith("#") || !inside(link)) return;
  event.preventDefault();
  if (link.href === location.href) return;
  history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate"));
});

window.addEventListener("popstate", followLanguage);

// Brought into view, each once, when it has come: the open page in the top bar, the list that a click on a mark has
// narrowed, the statement that the address names in its article.
let shown = "";
let open = null;
let narrowed = "";
new MutationObserver(() => {
  const list = document.querySelector(".narrowed");
  const words = list?.textContent ?? "";
  if (list && words !== narrowed) list.scrollIntoView({ block: "center" });
  narrowed = words;
  const page = document.querySelector(".top nav [aria-current]");
  if (page && page !== open) page.parentElement.scrollLeft += page.offsetLeft - page.parentElement.offsetLeft - 40;
  open = page;
  const current = document.querySelector(".said.current");
  if (!current) shown = "";
  if (!current || shown === location.href) return;
  shown = location.href;
  requestAnimationFrame(() => {
    current.scrollIntoView({ block: "center" });
    const note = document.querySelector(".note.current");
    const margin = note?.closest(".margin");
    if (margin) margin.scrollTop += note.getBoundingClientRect().top - margin.getBoundingClientRect().top - 60;
  });
}).observe(document.documentElement, { childList: true, subtree: true });
