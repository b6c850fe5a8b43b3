// One key, one action: a key presses the visible link or button that names it in aria-keyshortcuts.
// Pages stay whole without this file; it only saves a hand's way to the mouse.

const writes = (element) => element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

function named(key) {
  const all = document.querySelectorAll("[aria-keyshortcuts]");
  return [...all].filter((each) => each.getAttribute("aria-keyshortcuts").split(" ").includes(key) && each.checkVisibility());
}

function press(element) {
  if (writes(element)) {
    element.focus();
    element.select?.();
    return;
  }
  element.click();
  const opened = element.matches("summary") && element.parentElement.open;
  if (opened) element.parentElement.querySelector("button, input:not([type=hidden])")?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") {
    leave(event.target);
    return;
  }
  if (writes(event.target)) return;
  const [element] = named(event.key);
  if (!element) return;
  event.preventDefault();
  press(element);
});

function leave(element) {
  const menu = element.closest?.("details[data-menu]");
  if (menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (writes(element)) {
    element.blur();
  }
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
