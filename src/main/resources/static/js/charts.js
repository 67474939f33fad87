// Draws every figure[data-chart] from the JSON inside it, in the colours of the theme. The table beside it says the same.
import { addCopy, framed, SIZE } from "./chart-copy.js";
import { options } from "./chart-kinds.js";
import { font, inLight, light, token } from "./chart-look.js";

const read = (figure) => JSON.parse(figure.querySelector("script[type='application/json']").textContent);
const place = (figure) => figure.querySelector(".chart");
const figures = (root) => root.querySelectorAll("figure[data-chart]");

const draw = (figure, width = place(figure).clientWidth) => {
  const drawing = echarts.getInstanceByDom(place(figure)) ?? echarts.init(place(figure), null, { renderer: "canvas" });
  drawing.setOption(options(read(figure), width), true);
  return drawing;
};

const drawAll = (root) => {
  for (const figure of figures(root)) {
    const drawing = draw(figure);
    if (!figure.dataset.drawn) {
      figure.dataset.drawn = "yes";
      new ResizeObserver(() => drawing.resize()).observe(place(figure));
      addCopy(figure, () => picture(figure));
    }
  }
};

const picture = (figure) =>
  inLight(() => {
    light.hidden = false;
    const drawing = echarts.init(light, null, { renderer: "canvas", width: SIZE.width, height: SIZE.height });
    try {
      drawing.setOption(options(read(figure), SIZE.width));
      const pixels = drawing.getRenderedCanvas({ pixelRatio: SIZE.ratio, backgroundColor: token("card") });
      return framed(figure, pixels, { paper: token("card"), ink: token("ink"), muted: token("muted"), font: font() });
    } finally {
      drawing.dispose();
      light.hidden = true;
    }
  });

const PAPER_WIDTH = 670;
const onPaper = () =>
  inLight(() => {
    for (const figure of figures(document.querySelector("main"))) {
      draw(figure, PAPER_WIDTH).resize({ width: PAPER_WIDTH, height: place(figure).clientHeight || 220 });
    }
  });
const onScreen = () => {
  drawAll(document);
  for (const figure of figures(document.querySelector("main"))) {
    echarts.getInstanceByDom(place(figure))?.resize({ width: "auto", height: "auto" });
  }
};

drawAll(document);
document.documentElement.addEventListener("rapport:theme", () => drawAll(document));
addEventListener("beforeprint", onPaper);
addEventListener("afterprint", onScreen);
matchMedia("print").addEventListener("change", ({ matches }) => (matches ? onPaper() : onScreen()));
document.addEventListener("htmx:afterSettle", (event) => drawAll(event.target));
