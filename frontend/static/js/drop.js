// A drop zone is a label around a file input that works by itself. This lays the input over the whole zone, unseen, so
// that it takes clicks, drops and the focus everywhere, and says in the zone what was chosen.

const UNITS = ["bytes", "kB", "MB", "GB"];

function size(bytes) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const figure = bytes / 1000 ** step;
  return `${step && figure < 10 ? figure.toFixed(1) : Math.round(figure)} ${UNITS[step]}`;
}

function dress(zone) {
  const input = zone.querySelector("input[type=file]");
  const words = zone.querySelector("[data-chosen]");
  const pick = zone.querySelector("[data-pick]");
  const [asked, choose] = [words.textContent, pick.textContent];

  function show() {
    const [file] = input.files;
    words.textContent = file ? `${file.name} (${size(file.size)})` : asked;
    pick.textContent = file ? "Choose another" : choose;
    zone.classList.toggle("has-file", Boolean(file));
  }

  input.addEventListener("change", show);
  for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, () => zone.classList.add("over"));
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.classList.add("dressed");
  // the browser may have kept a file over a reload or a step back
  show();
}

for (const zone of document.querySelectorAll("[data-drop]")) dress(zone);

// a file that misses the zone must not take the place of the page
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (!event.target.closest?.("[data-drop]")) event.preventDefault();
  });
}
