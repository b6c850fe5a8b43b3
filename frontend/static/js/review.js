// Stepping through the ranked list. The list keeps the focus; the sheet beside it follows by htmx. Where somebody stands
// beyond the rows that are loaded, the steps are links like any.

const people = () => [...document.querySelectorAll("#people a.person")];
const current = () => document.querySelector('#people a.person[aria-current="true"]');
const more = () => document.querySelector("form.more:not(:has(.done)) button");

function choose(link) {
  current()?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  // below 900 px a chosen person takes the place of the list
  link.closest(".desk").classList.add("named");
  showEnds();
}

function showEnds() {
  const all = people();
  const at = all.indexOf(current());
  const ends = { 1: at === all.length - 1 && !more(), "-1": at === 0 };
  for (const link of document.querySelectorAll("[data-step]")) {
    const next = all[at + Number(link.dataset.step)];
    link.toggleAttribute("aria-disabled", ends[link.dataset.step]);
    if (ends[link.dataset.step]) link.setAttribute("aria-disabled", "true");
    if (next) link.href = next.href;
  }
}

function step(by) {
  const all = people();
  const next = all[all.indexOf(current()) + by];
  if (next) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    next.click();
  } else if (by > 0) {
    more()?.click();
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#people a.person");
  if (link) choose(link);
  const asked = event.target.closest("[data-step]");
  if (asked && current()) {
    event.preventDefault();
    step(Number(asked.dataset.step));
  }
});

document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "people") showEnds();
  if (event.detail.target.id !== "chosen") return;
  const sheet = document.querySelector(".sheet");
  sheet?.scrollTo({ top: 0 });
  if (!current()?.checkVisibility()) {
    sheet?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }
  document.querySelector(".paper")?.scrollTo({ top: 0 });
  const menu = document.querySelector("details.pass[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("input[name=words]").value = "";
  current()?.focus({ preventScroll: true });
});

if (current()) showEnds();
current()?.scrollIntoView({ block: "nearest" });
