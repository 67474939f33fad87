// The search box as a combobox: suggestions while typing, arrows to choose one, Enter to go there or to the whole list.
const field = document.getElementById("find");
const list = document.getElementById("suggestions");

const options = () => [...list.querySelectorAll("[role=option]")];
const chosen = () => list.querySelector("[aria-selected=true]");

const choose = (option) => {
  for (const each of options()) {
    each.setAttribute("aria-selected", String(each === option));
  }
  if (option) {
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    field.removeAttribute("aria-activedescendant");
  }
};

const show = (open) => {
  field.setAttribute("aria-expanded", String(open && options().length > 0));
  list.hidden = !open || options().length === 0;
  if (list.hidden) {
    choose(null);
  }
};

list.addEventListener("htmx:afterSwap", () => show(document.activeElement === field && field.value.trim() !== ""));
field.addEventListener("focus", () => show(field.value.trim() !== ""));
field.closest("form").addEventListener("focusout", (event) => {
  if (!event.currentTarget.contains(event.relatedTarget)) {
    show(false);
  }
});

field.addEventListener("keydown", (event) => {
  if (event.isComposing) {
    return;
  }
  const all = options();
  const at = all.indexOf(chosen());
  if (event.key === "ArrowDown" && !list.hidden) {
    event.preventDefault();
    choose(all[(at + 1) % all.length]);
  } else if (event.key === "ArrowUp" && !list.hidden) {
    event.preventDefault();
    choose(all.at(at <= 0 ? -1 : at - 1));
  } else if (event.key === "Enter" && chosen()) {
    event.preventDefault();
    location.assign(chosen().href);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    show(false);
  }
});
