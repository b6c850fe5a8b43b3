// Stepping through the ranked list. The list keeps the focus; the sheet beside it follows by htmx. Where somebody stands
// beyond the rows that are loaded, the steps are links like any.
//
// A key may come before the sheet of the step before it. What fills the sheet therefore waits in one queue (hx-sync), a
// decision acts on the person who was marked in the list when it was asked for, and never on another.

const people = () => [...document.querySelectorAll("#people a.person")];
const current = () => document.querySelector('#people a.person[aria-current="true"]');
const acting = () => document.querySelector("#acting input")?.value;
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
});

// only once settled do the classes of what came hold
document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.requestConfig?.elt.id === "passing") passed(document.querySelector("details.pass"));
});

function passed(menu) {
  // words that were refused stay, so that they can be put right
  if (document.querySelector("#said").classList.contains("refused")) {
    menu.querySelector(".reasons button").focus();
    return;
  }
  menu.open = false;
  menu.querySelector("input[name=words]").value = "";
  current()?.focus({ preventScroll: true });
}

// what each submit that waits was meant to say: the form may say something else by the time it is sent
const meant = new WeakMap();
const decides = (element) => element.matches?.("form#acts, form#passing");

function tell(sentence) {
  const said = document.querySelector("#said");
  said.classList.add("refused");
  said.textContent = sentence;
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    const marked = current()?.dataset.candidate;
    // a draft is asked for by an ordinary form, which does not wait
    if (form.id === "draft" && marked) form.elements.candidate.value = marked;
    if (!decides(form)) return;
    const said = new FormData(form, event.submitter);
    if (marked) said.set("candidate", marked);
    meant.set(event, said);
  },
  { capture: true },
);

document.body.addEventListener("htmx:configRequest", (event) => {
  const said = meant.get(event.detail.triggeringEvent);
  if (!said) return;
  if (said.get("candidate") !== acting()) {
    event.preventDefault();
    tell("That person's page did not arrive, so nothing was decided. Choose the person again.");
  }
  for (const [name, value] of said) event.detail.parameters[name] = value;
});

for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.body.addEventListener(failure, (event) => {
    if (event.detail.target?.id === "chosen") tell("The server did not answer as it should. Choose the person again.");
  });
}

if (current()) showEnds();
current()?.scrollIntoView({ block: "nearest" });
