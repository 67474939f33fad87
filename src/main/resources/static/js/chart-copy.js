// A chart as an image with its title, its period and the name of the business, for a mail or a slide.
export const SIZE = { width: 912, height: 380, ratio: 2 };
const EDGE = 24;
const HEAD = 62;
const FOOT = 40;

const words = (text) => text?.replace(/\s+/g, " ").trim() ?? "";
const titleOf = (figure) => words(figure.querySelector("figcaption")?.textContent);
const periodOf = (figure) => words(figure.closest("#content, main")?.querySelector(".sub")?.textContent);
const texts = () => document.getElementById("chart-tools").dataset;

// Longer than there is room for it ends in dots.
const fitting = (context, text, width) => {
  if (context.measureText(text).width <= width) {
    return text;
  }
  let end = text.length;
  while (end > 0 && context.measureText(`${text.slice(0, end)}…`).width > width) {
    end -= 1;
  }
  return `${text.slice(0, end)}…`;
};

export const framed = (figure, pixels, { paper, ink, muted, font }) => {
  const width = SIZE.width + 2 * EDGE;
  const height = HEAD + SIZE.height + FOOT;
  const canvas = document.createElement("canvas");
  canvas.width = width * SIZE.ratio;
  canvas.height = height * SIZE.ratio;
  const context = canvas.getContext("2d");
  context.scale(SIZE.ratio, SIZE.ratio);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  const write = (text, at, style, colour) => {
    context.font = `${style} ${font}`;
    context.fillStyle = colour;
    context.fillText(fitting(context, text, SIZE.width), EDGE, at);
  };
  write(titleOf(figure), 30, "600 17px", ink);
  write(periodOf(figure), 50, "13px", muted);
  context.drawImage(pixels, EDGE, HEAD, SIZE.width, SIZE.height);
  write(texts().business, height - 14, "12px", muted);
  return canvas;
};

const say = (text, kind) => document.dispatchEvent(new CustomEvent("rapport:say", { detail: { text, kind } }));

const save = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "chart"}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const copy = async (figure, picture) => {
  const image = new Promise((done) => picture().toBlob(done, "image/png"));
  try {
    // Given as a promise, or Safari takes the click for over by the time the image is there.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": image })]);
    say(texts().copied, "SUCCESS");
  } catch {
    save(await image, titleOf(figure));
    say(texts().saved, "SUCCESS");
  }
};

export const addCopy = (figure, picture) => {
  const tools = document.getElementById("chart-tools");
  if (!tools) {
    return;
  }
  const button = tools.content.firstElementChild.cloneNode(true);
  button.setAttribute("aria-label", texts().label.replace("{0}", titleOf(figure)));
  button.title = texts().tip;
  button.addEventListener("click", () => copy(figure, picture));
  figure.prepend(button);
};
