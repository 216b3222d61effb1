// Where the server is. Streamlit would guess it from the page's address and ask in the wrong place first.
window.__streamlit = { BACKEND_BASE_URL: new URL("../../", document.currentScript.src).href };
