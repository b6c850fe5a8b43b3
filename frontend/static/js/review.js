// Stepping through the ranked list. The list keeps the focus; the sheet beside it follows by htmx.

const people = () => [...document.querySelectorAll("#people a.person")];
const current = () => document.querySelector('#people a.person[aria-current="true"]');

function choose(link) {
  current()?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  // below 900 px a chosen person takes the place of the list
  link.closest(".desk").classList.add("named");
}

function step(by) {
  const all = people();
  const at = all.indexOf(current());
  const next = all[at + by];
  if (next) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    next.click();
  } else if (by > 0) {
    document.querySelector("form.more button")?.click();
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#people a.person");
  if (link) choose(link);
  const button = event.target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
});

document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "chosen") return;
  const sheet = document.querySelector(".sheet");
  sheet?.scrollTo({ top: 0 });
  if (!current()?.checkVisibility()) sheet?.focus();
  document.querySelector(".paper")?.scrollTo({ top: 0 });
  const menu = document.querySelector("details.pass[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("input[name=words]").value = "";
  current()?.focus({ preventScroll: true });
});

current()?.scrollIntoView({ block: "nearest" });
