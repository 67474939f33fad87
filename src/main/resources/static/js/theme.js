// Runs before the page is drawn, so that a dark room never sees a white flash.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const cookie = /(?:^|; )theme=(light|dark|system)/.exec(document.cookie);
  const chosen = cookie ? cookie[1] : root.dataset.theme || "system";
  const apply = (theme) => {
    root.dataset.theme = theme;
    root.dataset.bsTheme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
    root.dispatchEvent(new CustomEvent("rapport:theme"));
  };
  root.classList.add("js");
  apply(chosen);
  dark.addEventListener("change", () => apply(root.dataset.theme));
  root.addEventListener("rapport:choose-theme", (event) => apply(event.detail));
})();
