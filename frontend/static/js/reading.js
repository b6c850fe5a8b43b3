// The value under the pointer or the focus and its place in the document answer each other.
// Without this file the links "show" do the same by :target.

const pane = document.getElementById("document");
const spotsOf = (row) => document.querySelectorAll(`[data-of="${row.dataset.place}"]`);

function light(row, on) {
  for (const spot of spotsOf(row)) spot.classList.toggle("now", on);
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
