// Before everything else. Where the server is: Streamlit would guess it from the page's address and ask in the wrong place first.
window.__streamlit = { BACKEND_BASE_URL: new URL("../../", document.currentScript.src).href };
// How wide the screen is: the server draws fewer marks on the charts of a phone.
document.cookie = `bayan_narrow=1; path=/; SameSite=Strict; Max-Age=${matchMedia("(max-width: 640px)").matches ? 31536000 : 0}`;
