// How numbers and days are written: this browser keeps what was chosen; place.js writes it into addresses without it.

document.addEventListener("click", ({ target }) => {
  const link = target.closest?.(".writing a[data-keep]");
  if (!link) return;
  const kept = JSON.parse(localStorage.getItem("bayan.writing")) ?? {};
  localStorage.setItem("bayan.writing", JSON.stringify({ ...kept, [link.dataset.keep]: link.dataset.value }));
});
