// Buttons that copy: a citation beside them, or the address of a statement.

const ISOLATES = /[\u2066-\u2069]/g; // they keep directions apart on the page, and would stay in a bibliography

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Browsers keep the clipboard from pages that come over plain HTTP from another machine.
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button.copy");
  if (!button) return;
  const { address, done } = button.dataset;
  const text = address ? new URL(address, location.href).href : button.closest("div").querySelector(".copied").textContent.replace(ISOLATES, "");
  await copy(text);
  const label = button.textContent;
  if (label === done) return;
  button.textContent = done;
  setTimeout(() => (button.textContent = label), 1500);
});
