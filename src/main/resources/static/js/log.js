// The log box: one key to reach it, Enter to get from the customer to the text, and a moment to begin from.
const box = () => document.querySelector("main [data-log]");

// On a customer's page the box is open already: the key and the button lead there, not to a dialog.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest('a[data-dialog][href$="/interactions/new"]');
    const text = box();
    if (link && text && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      text.scrollIntoView({ block: "center" });
      text.focus();
    }
  },
  true,
);

document.addEventListener("keydown", (event) => {
  const search = event.target.closest?.("[data-whom]");
  if (!search || event.isComposing || event.ctrlKey || event.metaKey) {
    return;
  }
  if (event.key === "Enter") {
    event.preventDefault();
    search.form.querySelector("[data-log]").focus();
  } else if (event.key === "ArrowDown") {
    const choices = search.form.querySelectorAll("[name=customerId]");
    const choice = [...choices].find((each) => each.checked) ?? choices[0];
    if (choice) {
      event.preventDefault();
      choice.checked = true;
      choice.focus();
    }
  }
});

// Changing a moment is easier than writing one: the field opens with the present, in the founder's zone.
const present = (zone) => {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date());
  return parts.replace(" ", "T");
};
document.addEventListener(
  "toggle",
  (event) => {
    const details = event.target;
    if (!details.matches?.("details[data-zone]")) {
      return;
    }
    const field = details.querySelector("input");
    if (details.open && field.value === "") {
      field.value = present(details.dataset.zone);
      details.dataset.proposed = field.value;
      field.focus();
    } else if (!details.open && field.value === details.dataset.proposed) {
      field.value = "";
    }
  },
  true,
);
