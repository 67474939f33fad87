// What was typed into a form with data-draft survives a lost tab and an expired session, and goes once it is stored.
const STORE = "rapport:draft:";
const SENT = "rapport:sent";

const fields = (form) =>
  [...form.elements].filter(
    (field) => field.name && field.matches("input:not([type=hidden], [type=password], [type=file]), textarea, select"),
  );
const unchanged = (field) => {
  if (field.matches("[type=checkbox], [type=radio]")) {
    return field.checked === field.defaultChecked;
  }
  if (field.matches("select")) {
    return [...field.options].every((option) => option.selected === option.defaultSelected);
  }
  return field.value === field.defaultValue;
};
const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(STORE + key));
  } catch {
    return null;
  }
};

const keep = (form) => {
  const kept = fields(form)
    .filter((field) => !unchanged(field))
    .map((field) => [field.name, field.type, field.value, field.checked === true]);
  try {
    if (kept.some(([, type, value]) => type !== "select-one" && value !== "")) {
      localStorage.setItem(STORE + form.dataset.draft, JSON.stringify(kept));
    } else {
      localStorage.removeItem(STORE + form.dataset.draft);
    }
  } catch {
    // Storage is full or forbidden: the form still works.
  }
};

const restore = (form) => {
  const kept = read(form.dataset.draft);
  if (!kept || form.dataset.restored || form.querySelector("[aria-invalid=true], .form-problem")) {
    return;
  }
  form.dataset.restored = "yes";
  for (const [name, type, value, checked] of kept) {
    const box = type === "checkbox" || type === "radio";
    const field = fields(form).find((each) => each.name === name && (!box || each.value === value));
    if (field && box) {
      field.checked = checked;
    } else if (field) {
      field.value = value;
    }
  }
  const note = document.getElementById("draft-note").content.cloneNode(true);
  note.querySelector("button").addEventListener("click", (event) => {
    localStorage.removeItem(STORE + form.dataset.draft);
    form.reset();
    event.target.closest("p").remove();
  });
  form.prepend(note);
};

const restoreAll = (root) => root.querySelectorAll("form[data-draft]").forEach(restore);

// Sent, and the answer is a page of the signed-in shell without a problem in that form: it is stored.
// A page that holds it to be sent again settles nothing yet.
const settle = () => {
  if (document.querySelector("form[data-resend]")) {
    return;
  }
  const key = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (key === null || !document.body.hasAttribute("data-shell")) {
    return;
  }
  const form = [...document.querySelectorAll("form[data-draft]")].find((each) => each.dataset.draft === key);
  if (!form?.querySelector("[aria-invalid=true], .form-problem")) {
    localStorage.removeItem(STORE + key);
  }
};

settle();
restoreAll(document);

const timers = new WeakMap();
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.draft) {
    clearTimeout(timers.get(form));
    timers.set(
      form,
      setTimeout(() => keep(form), 250),
    );
  }
});
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.dataset.draft) {
      clearTimeout(timers.get(form));
      keep(form);
      sessionStorage.setItem(SENT, form.dataset.draft);
    }
    if (form.hasAttribute("data-signout")) {
      Object.keys(localStorage)
        .filter((key) => key.startsWith(STORE))
        .forEach((key) => localStorage.removeItem(key));
    }
  },
  true,
);
document.addEventListener("htmx:afterSettle", (event) => restoreAll(event.target));
document.addEventListener("htmx:afterRequest", (event) => {
  const status = event.detail.xhr?.status ?? 0;
  if (sessionStorage.getItem(SENT) !== null && (status === 0 || status >= 400)) {
    sessionStorage.removeItem(SENT);
  } else if (sessionStorage.getItem(SENT) !== null && !event.detail.xhr.getResponseHeader("HX-Redirect")) {
    settle();
  }
});
