// The colours and letters of charts: those of the theme, or light ones for paper and images, where nothing moves.
let scope = document.documentElement;
let still = false;

export const token = (name) => getComputedStyle(scope).getPropertyValue(`--r-${name}`).trim();
export const colour = (index) => token(`chart-${(index % 6) + 1}`);
export const font = () => getComputedStyle(document.body).fontFamily;
export const small = () => ({ color: token("muted"), fontFamily: font(), fontSize: 12 });
export const moves = () => !still && !matchMedia("(prefers-reduced-motion: reduce)").matches;

export const light = document.createElement("div");
light.dataset.bsTheme = "light";
light.className = "chart-elsewhere";
light.hidden = true;
document.body.append(light);

export const inLight = (work) => {
  scope = light;
  still = true;
  try {
    return work();
  } finally {
    scope = document.documentElement;
    still = false;
  }
};
