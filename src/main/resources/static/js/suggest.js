// An input with data-suggest (an address) offers what it may mean, in the .suggestions that follows it in its form.
// Arrows choose, Enter takes, Escape closes. A taken row is followed as a link, unless the input names a hidden field of
// its form in data-suggest-into: then the row's id goes there and its name into the input. Without script nothing is offered.
const WAIT = 150;
const list = (input) => input.form.querySelector(".suggestions");
const options = (input) => [...list(input).querySelectorAll("[role=option]")];

const close = (input) => {
  list(input).replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
};

const mark = (input, chosen) => {
  for (const option of options(input)) {
    option.setAttribute("aria-selected", String(option === chosen));
  }
  if (chosen) {
    input.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
};

const into = (input) => input.form.elements.namedItem(input.dataset.suggestInto);

const take = (input, option) => {
  if (input.dataset.suggestInto) {
    input.value = option.dataset.name;
    into(input).value = option.dataset.id;
    into(input).dispatchEvent(new Event("change", { bubbles: true }));
    close(input);
  } else {
    location.assign(option.href);
  }
};

const requests = new WeakMap();
const load = async (input) => {
  requests.get(input)?.abort();
  const request = new AbortController();
  requests.set(input, request);
  const query = input.value.trim();
  if (query === "") {
    close(input);
    return;
  }
  try {
    const address = `${input.dataset.suggest}?query=${encodeURIComponent(query)}`;
    const answer = await fetch(address, { signal: request.signal, headers: { "HX-Request": "true" } });
    if (answer.ok && answer.status === 200) {
      list(input).innerHTML = await answer.text();
      const prefix = list(input).id;
      for (const option of options(input)) {
        option.id = `${prefix}-${option.id}`;
      }
      input.setAttribute("aria-expanded", String(options(input).length > 0));
    }
  } catch {
    // Another letter came first, or the connection is gone: sending the form still works.
  }
};

const timers = new WeakMap();
document.addEventListener("input", (event) => {
  const input = event.target;
  if (!input.dataset?.suggest) {
    return;
  }
  if (input.dataset.suggestInto) {
    into(input).value = "";
  }
  clearTimeout(timers.get(input));
  timers.set(
    input,
    setTimeout(() => load(input), WAIT),
  );
});

document.addEventListener("keydown", (event) => {
  const input = event.target;
  if (!input.dataset?.suggest || event.isComposing) {
    return;
  }
  const all = options(input);
  const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key === "Escape" && all.length > 0) {
    event.preventDefault();
    event.stopPropagation();
    close(input);
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    take(input, all[at]);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length > 0) {
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    mark(input, next < -1 ? all[all.length - 1] : all[next]);
  }
});

document.addEventListener("click", (event) => {
  const option = event.target.closest(".suggestions [role=option]");
  const input = option?.closest("form").querySelector("[data-suggest]");
  if (input?.dataset.suggestInto) {
    event.preventDefault();
    take(input, option);
    input.focus();
  }
});

// Not on blur: a click on a row comes after it.
document.addEventListener("focusin", (event) => {
  for (const input of document.querySelectorAll("[data-suggest][aria-expanded=true]")) {
    if (!input.form.contains(event.target)) {
      close(input);
    }
  }
});
document.addEventListener("pointerdown", (event) => {
  for (const input of document.querySelectorAll("[data-suggest][aria-expanded=true]")) {
    if (!input.form.contains(event.target)) {
      close(input);
    }
  }
});
