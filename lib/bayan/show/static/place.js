// Before everything else. Where the server is: Streamlit would guess it from the page's address and ask in the wrong place first.
window.__streamlit = { BACKEND_BASE_URL: new URL("../../", document.currentScript.src).href };
// How wide the screen is: the server draws fewer marks on the charts of a phone, and of a tablet held upright, where the filters stand beside them.
document.cookie = `bayan_narrow=1; path=/; SameSite=Strict; Max-Age=${matchMedia("(max-width: 900px)").matches ? 31536000 : 0}`;
// Streamlit keeps that the filters were open: on a phone they would cover the next page that is opened.
try {
  for (const key of Object.keys(localStorage)) if (key.startsWith("stSidebarCollapsed")) localStorage.removeItem(key);
} catch {
  // What cannot be read is kept nowhere.
}
// How numbers and days are written, where the address does not say: as this browser keeps it (writing.js).
{
  const url = new URL(location.href);
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("bayan.writing")) ?? {};
  } catch {
    // What cannot be read is no choice.
  }
  for (const [name, value] of Object.entries(kept)) {
    if (value && !url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}
