// What came in since the last visit: this browser keeps when that was, and completes the link.

const KEY = "bayan.visit";
const HOURS = 6 * 3600 * 1000;

// A visit ends when nothing was asked for six hours; the one before it is the last.
function lastVisit() {
  let visits;
  try {
    visits = JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    visits = {};
  }
  const now = Date.now();
  if (visits.current && now - visits.current > HOURS) visits.last = visits.current;
  visits.current = now;
  localStorage.setItem(KEY, JSON.stringify(visits));
  return visits.last;
}

const last = lastVisit();
const minute = last && new Date(last).toISOString().slice(0, "2020-07-08T06:30".length);

new MutationObserver(() => {
  const link = document.querySelector(".arrivals .visit[hidden]");
  if (!link || !minute) return;
  link.href = link.dataset.href.replace(link.dataset.then, encodeURIComponent(minute));
  link.hidden = false;
}).observe(document.documentElement, { childList: true, subtree: true });
