// The value under the pointer or the focus and its place in the document answer each other.
// Without this file the links "show" do the same by :target.

const pane = document.getElementById("document");
const spotsOf = (row) => document.querySelectorAll(`[data-of="${row.dataset.place}"]`);

// on a page of text the mark follows its anchors
function markOf(row) {
  let next = document.getElementById(row.dataset.place)?.nextElementSibling;
  while (next?.matches(".here")) next = next.nextElementSibling;
  return next?.matches("mark") ? next : null;
}

function light(row, on) {
  for (const spot of spotsOf(row)) spot.classList.toggle("now", on);
  markOf(row)?.classList.toggle("now", on);
  row.classList.toggle("now", on);
}

function reach(row) {
  const [spot] = spotsOf(row);
  const anchor = spot ?? document.getElementById(row.dataset.place);
  if (!anchor) return;
  const [inner, outer] = [anchor.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) {
    pane.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}

const rowOf = (element) => element.closest?.("[data-place]");

for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, (event) => {
    const row = rowOf(event.target);
    if (!row) return;
    light(row, true);
    reach(row);
  });
  document.addEventListener(leave, (event) => {
    const row = rowOf(event.target);
    if (row && !row.contains(event.relatedTarget)) light(row, false);
  });
}

document.addEventListener("pointerover", (event) => {
  const spot = event.target.closest?.("[data-of]");
  for (const lit of document.querySelectorAll("[data-place].lit")) lit.classList.remove("lit");
  if (spot) document.querySelector(`[data-place="${spot.dataset.of}"]`)?.classList.add("lit");
});

// n and p (keys.js presses these links) go from value to value; without this file they lead to the first one.
let at = -1;

document.addEventListener("click", (event) => {
  const turn = event.target.closest?.("[data-turn]");
  if (!turn) return;
  const rows = [...document.querySelectorAll("[data-place]")].filter((row) => row.checkVisibility());
  if (!rows.length) return;
  event.preventDefault();
  const held = rows.indexOf(rowOf(document.activeElement));
  const from = held >= 0 ? held : at;
  at = (Math.max(from, turn.dataset.turn === "1" ? -1 : 0) + Number(turn.dataset.turn) + rows.length) % rows.length;
  rows[at].querySelector("a").focus({ preventScroll: true });
  rows[at].scrollIntoView({ block: "center" });
});
