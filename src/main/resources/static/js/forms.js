// Forms that lose nothing and send nothing twice.
const composing = (event) => event.isComposing || event.keyCode === 229;

// With an input method open, Enter picks a word; it must not send half a line.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.key === "Enter" && composing(event)) {
      event.stopImmediatePropagation();
      if (!event.isComposing) {
        event.preventDefault();
      }
    }
  },
  true,
);

// Ctrl or Cmd with Enter sends the form from within its text.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

const release = (form) => {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[aria-busy]")) {
    button.removeAttribute("aria-busy");
    button.disabled = false;
  }
};

// While capturing, before htmx takes the form over.
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.method !== "post") {
      return;
    }
    if (form.dataset.sending) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sending = "yes";
    const button = event.submitter;
    if (button?.matches(".btn")) {
      // Later, for a disabled button's value isn't sent.
      setTimeout(() => {
        button.setAttribute("aria-busy", "true");
        button.disabled = true;
      });
    }
  },
  true,
);
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) {
    release(form);
  }
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(release));

// The first field that is wrong gets the focus.
const focusProblem = (root) => root.querySelector("[aria-invalid=true]")?.focus();
focusProblem(document);
document.addEventListener("htmx:afterSettle", (event) => focusProblem(event.target));

// A file may be dropped anywhere on its field; the browser would open it when it misses.
for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (event.dataTransfer?.types.includes("Files") && document.querySelector("[data-drop]")) {
      event.preventDefault();
    }
  });
}
document.addEventListener("dragover", (event) => event.target.closest?.("[data-drop]")?.classList.add("over"));
document.addEventListener("dragleave", (event) => event.target.closest?.("[data-drop]")?.classList.remove("over"));
document.addEventListener("drop", (event) => {
  const zone = event.target.closest?.("[data-drop]");
  if (zone && event.dataTransfer.files.length > 0) {
    const input = zone.querySelector("input[type=file]");
    zone.classList.remove("over");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
document.addEventListener("change", (event) => {
  const name = event.target.closest?.("[data-drop]")?.querySelector(".drop-name");
  if (name) {
    name.textContent = [...event.target.files].map((file) => file.name).join(", ");
  }
});
