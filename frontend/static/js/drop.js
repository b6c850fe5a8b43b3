// The drop zone is a label around a normal file input; this only shows what was dropped or chosen.

const zone = document.querySelector("[data-drop]");
const input = zone?.querySelector("input[type=file]");
const words = zone?.querySelector("[data-chosen]");

function show() {
  const [file] = input.files;
  if (!file) return;
  words.textContent = file.name;
  zone.classList.add("has-file");
}

input?.addEventListener("change", show);

for (const name of ["dragenter", "dragover"]) {
  zone?.addEventListener(name, (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
}

for (const name of ["dragleave", "drop"]) {
  zone?.addEventListener(name, () => zone.classList.remove("over"));
}

zone?.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  input.files = event.dataTransfer.files;
  show();
});
