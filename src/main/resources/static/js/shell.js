// Shortcuts, theme, toasts and what htmx needs to know.
const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
const shortcutsOn = () => document.body.dataset.shortcuts !== "off";

const focusSearch = () => {
  const field = document.getElementById("find");
  field.focus();
  field.select();
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) {
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    focusSearch();
    return;
  }
  if (
    !shortcutsOn() ||
    event.ctrlKey ||
    event.metaKey ||
    typing(event.target) ||
    document.querySelector("dialog[open]")
  ) {
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    focusSearch();
  } else if (event.key === "?") {
    event.preventDefault();
    document.getElementById("shortcuts").showModal();
  } else {
    const target = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === event.key);
    if (target) {
      event.preventDefault();
      target.click();
    }
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) {
    window.print();
    return;
  }
  const target = event.target.closest("[data-opens], [data-close], [data-dismiss]");
  if (!target) {
    return;
  }
  if (target.dataset.opens) {
    target.closest("[popover]")?.hidePopover();
    document.getElementById(target.dataset.opens).showModal();
  } else if (target.hasAttribute("data-close")) {
    target.closest("dialog").close();
  } else {
    target.closest(".toast-note").remove();
  }
});

document.addEventListener(
  "submit",
  (event) => {
    const button = event.submitter;
    if (button?.name !== "theme") {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    document.cookie = `theme=${button.value}; path=/; max-age=31536000; SameSite=Lax`;
    document.documentElement.dispatchEvent(new CustomEvent("rapport:choose-theme", { detail: button.value }));
    for (const each of document.querySelectorAll("button[name=theme]")) {
      each.setAttribute("aria-pressed", String(each.value === button.value));
    }
  },
  true,
);

// A toast that offers an undo stays until it is put away.
const leaves = (toast) => {
  const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : toast.remove());
  setTimeout(leave, 8000);
};
for (const toast of document.querySelectorAll(".toast-note[data-kind=SUCCESS]")) {
  if (!toast.querySelector("form")) {
    leaves(toast);
  }
}

// Said once: a page whose panels all fail has one reason.
const say = (text, kind = "FAILURE") => {
  if ([...document.querySelectorAll("#toasts .toast-note p")].some((each) => each.textContent === text)) {
    return;
  }
  const note = document.getElementById("note").content.cloneNode(true).firstElementChild;
  note.dataset.kind = kind;
  note.querySelector("p").textContent = text;
  if (kind === "SUCCESS") {
    note.querySelector(".bi").className = "bi bi-check2-circle";
    leaves(note);
  }
  document.getElementById("toasts").append(note);
};
document.addEventListener("rapport:say", ({ detail }) => say(detail.text, detail.kind));

const texts = document.getElementById("dialog").dataset;
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("meta[name=csrf-token]");
  if (token) {
    event.detail.headers[token.dataset.header] = token.content;
  }
});
document.addEventListener("htmx:sendError", () => say(texts.offline));
document.addEventListener("htmx:responseError", (event) => {
  const known = { 403: texts.forbidden, 503: texts.away, 507: texts.full };
  say(known[event.detail.xhr.status] ?? texts.failed);
});

// On a phone the current tab may lie beyond the edge of its row.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
