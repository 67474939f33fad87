// A link with data-dialog opens the #content of its page in a dialog. Without script, and with Ctrl or Cmd, it is a link.
const dialog = document.getElementById("dialog");
const body = document.getElementById("dialog-body");

// The page behind may hold the same form: ids and what refers to them are set apart.
const REFERENCES = ["for", "aria-describedby", "aria-labelledby", "aria-controls", "list", "form"];
const setApart = (root) => {
  const ids = new Set([...root.querySelectorAll("[id]")].map((each) => each.id));
  const apart = (id) => (ids.has(id) ? `dialog-${id}` : id);
  for (const each of root.querySelectorAll("*")) {
    for (const name of REFERENCES) {
      if (each.hasAttribute(name)) {
        each.setAttribute(name, each.getAttribute(name).trim().split(/\s+/).map(apart).join(" "));
      }
    }
    if (each.id) {
      each.id = apart(each.id);
    }
  }
};

const sendHere = (root) => {
  for (const form of root.querySelectorAll("form[method=post]:not([hx-post])")) {
    form.setAttribute("hx-post", form.getAttribute("action"));
    form.setAttribute("hx-target", "#dialog-body");
    form.setAttribute("hx-select", "#content");
    form.setAttribute("hx-disinherit", "*");
    if (form.enctype === "multipart/form-data") {
      form.setAttribute("hx-encoding", form.enctype);
    }
  }
  htmx.process(root);
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog]");
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  htmx.ajax("GET", link.href, { source: body, target: body, select: "#content", swap: "innerHTML" });
});

body.addEventListener("htmx:afterSwap", (event) => {
  // A part of a form that asked for itself, as the rate of a currency does: the rest stays as it is, the focus too.
  if (event.detail.target !== body) {
    setApart(event.target);
    return;
  }
  setApart(body);
  sendHere(body);
  const title = body.querySelector("h1, h2");
  if (title) {
    dialog.setAttribute("aria-label", title.textContent.trim());
  }
  if (!dialog.open) {
    dialog.showModal();
  }
  const first =
    body.querySelector("[aria-invalid=true]") ??
    body.querySelector("[autofocus], input:not([type=hidden]), textarea, select");
  first?.focus();
});

dialog.addEventListener("close", () => body.replaceChildren());
dialog.addEventListener("click", (event) => {
  const box = dialog.getBoundingClientRect();
  const outside =
    event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
  if (event.target === dialog && outside && event.detail > 0) {
    dialog.close();
  }
});
