// A menu of details.drop-menu closes as menus do: by Escape, and by a click or a step elsewhere.
const others = (target) =>
  [...document.querySelectorAll("details.drop-menu[open]")].filter((menu) => !menu.contains(target));

for (const kind of ["pointerdown", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const menu of others(event.target)) {
      menu.open = false;
    }
  });
}
document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.("details.drop-menu[open]");
  if (event.key === "Escape" && menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
