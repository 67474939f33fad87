import { addCopy, framed, SIZE } from "./chart-copy.js";

// Draws every figure[data-chart] from the JSON inside it, in the colours of the theme. The table beside it says the same.
let scope = document.documentElement;
let still = false;
const token = (name) => getComputedStyle(scope).getPropertyValue(`--r-${name}`).trim();
const language = document.documentElement.lang || "en";

const writer = ({ unit, currency }) => {
  if (unit === "MONEY" && currency) {
    const money = { style: "currency", currency, maximumFractionDigits: 0 };
    const whole = new Intl.NumberFormat(language, money);
    const short = new Intl.NumberFormat(language, { ...money, notation: "compact", maximumFractionDigits: 1 });
    return { full: (value) => whole.format(value), short: (value) => short.format(value) };
  }
  const digits = unit === "COUNT" ? 0 : 1;
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  const compact = new Intl.NumberFormat(language, { maximumFractionDigits: digits, notation: "compact" });
  const sign = unit === "PERCENT" ? "%" : "";
  return { full: (value) => plain.format(value) + sign, short: (value) => compact.format(value) + sign };
};

const text = (value, write) => (value === null || value === undefined ? "–" : write.full(value));
const colour = (index) => token(`chart-${(index % 6) + 1}`);

const font = () => getComputedStyle(document.body).fontFamily;
const small = () => ({ color: token("muted"), fontFamily: font(), fontSize: 12 });

const frame = (chart) => ({
  animation: !still && !matchMedia("(prefers-reduced-motion: reduce)").matches,
  animationDuration: 300,
  textStyle: { fontFamily: font(), color: token("ink"), fontSize: 12 },
  grid: {
    left: 4,
    right: 28,
    top: (chart.series?.length > 1 ? 34 : 14) + (chart.marks?.length ? 14 : 0),
    bottom: 4,
    containLabel: true,
  },
  tooltip: {
    renderMode: "richText",
    confine: true,
    backgroundColor: token("card"),
    borderColor: token("line"),
    textStyle: { color: token("ink"), fontFamily: font(), fontSize: 12 },
  },
  legend: {
    show: chart.series?.length > 1,
    top: 0,
    left: 0,
    itemWidth: 14,
    itemHeight: 8,
    icon: "roundRect",
    textStyle: small(),
    data: chart.series?.map((series) => series.name),
  },
});

const category = (labels, gap) => ({
  type: "category",
  data: labels,
  boundaryGap: gap,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: token("line") } },
  axisLabel: { ...small(), hideOverlap: true },
});
const scale = (write, { min, max } = {}) => ({
  type: "value",
  min,
  max,
  splitNumber: 4,
  splitLine: { lineStyle: { color: token("line") } },
  axisLabel: { ...small(), formatter: write.short },
});

// Stacked areas can't hold a band that crosses zero, so it is drawn as what it is: a shape between two lines.
const stretches = (each) => {
  const known = each.low.map((low, at) => low !== null && each.high[at] !== null);
  return known.flatMap((here, at) => {
    if (!here || known[at - 1]) {
      return [];
    }
    const end = known.indexOf(false, at);
    return [Array.from({ length: (end < 0 ? known.length : end) - at }, (_, step) => at + step)];
  });
};

const band = (each, fill) => {
  const shapes = stretches(each);
  const edge = (api, values) => (at) => api.coord([at, values[at]]);
  return {
    type: "custom",
    silent: true,
    clip: true,
    z: 1,
    tooltip: { show: false },
    data: shapes.map((shape) => [shape[0], each.high[shape[0]]]),
    renderItem: ({ dataIndex }, api) => {
      const shape = shapes[dataIndex];
      const points = [...shape.map(edge(api, each.high)), ...shape.map(edge(api, each.low)).reverse()];
      const alone = shape.length === 1;
      return {
        type: "polygon",
        shape: { points },
        style: { fill, stroke: fill, lineWidth: alone ? 4 : 0, opacity: 0.15 },
      };
    },
  };
};

// What happened in the time of the chart; the names of many would cover it, so those are left to the list below.
// A goal is a line across.
const marks = ({ marks: list = [], targets = [] }) =>
  list.length + targets.length === 0
    ? undefined
    : {
        symbol: "none",
        silent: true,
        lineStyle: { color: token("muted"), type: "dashed" },
        label: { ...small(), position: "end", formatter: ({ name }) => name, overflow: "truncate", width: 120 },
        data: [
          ...list.map((mark) => ({ xAxis: mark.at, name: list.length > 4 ? "" : mark.text })),
          ...targets.map((target) => ({
            yAxis: target.value,
            name: target.text,
            lineStyle: { color: token("chart-2"), type: "dotted", width: 2 },
            label: { position: "insideStartTop", width: 240, color: token("chart-2") },
          })),
        ],
      };

const line = (chart, write) => {
  const series = chart.series.flatMap((each, index) => {
    const own = {
      name: each.name,
      type: "line",
      data: each.values,
      symbol: "circle",
      symbolSize: 4,
      showSymbol: each.values.length <= 24,
      lineStyle: { width: 2.2 },
      color: colour(index),
      markLine: index === 0 ? marks(chart) : undefined,
      z: 3,
      zlevel: 0,
    };
    if (!each.low) {
      return [own];
    }
    return [band(each, colour(index)), own];
  });
  const describe = (points) => {
    const at = (points.find((each) => each.seriesType === "line") ?? points[0]).dataIndex;
    const rows = chart.series.map((each) => {
      const range = each.low?.[at] != null ? `  (${write.full(each.low[at])} – ${write.full(each.high[at])})` : "";
      return `${each.name}: ${text(each.values[at], write)}${range}`;
    });
    return [chart.labels[at], ...rows].join("\n");
  };
  return {
    xAxis: category(chart.labels, false),
    yAxis: scale(write, chart),
    series,
    tooltip: { trigger: "axis", formatter: describe },
  };
};

const bar = (chart, write) => {
  const names = category(chart.labels, true);
  const values = scale(write);
  if (chart.horizontal) {
    names.inverse = true;
  }
  return {
    xAxis: chart.horizontal ? values : names,
    yAxis: chart.horizontal ? names : values,
    series: chart.series.map((each, index) => ({
      name: each.name,
      type: "bar",
      data: each.values,
      stack: chart.stacked ? "all" : undefined,
      color: colour(index),
      markLine: index === 0 ? marks(chart) : undefined,
      barMaxWidth: 28,
      itemStyle: chart.stacked
        ? { borderColor: token("card"), borderWidth: 1 }
        : { borderRadius: chart.horizontal ? [0, 4, 4, 0] : [4, 4, 0, 0] },
    })),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow", shadowStyle: { color: token("hover"), opacity: 0.6 } },
      formatter: (points) =>
        [points[0].name, ...points.map((each) => `${each.seriesName}: ${text(each.value, write)}`)].join("\n"),
    },
  };
};

const heat = (chart, write) => ({
  grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
  xAxis: { ...category(chart.columns, true), position: "top", axisLine: { show: false } },
  yAxis: { ...category(chart.rows, true), inverse: true, axisLine: { show: false } },
  visualMap: {
    show: false,
    min: 0,
    max: chart.max ?? 100,
    inRange: { color: [token("card"), token("accent")] },
  },
  series: [
    {
      type: "heatmap",
      data: chart.cells,
      itemStyle: { borderColor: token("card"), borderWidth: 3, borderRadius: 6 },
      emphasis: { itemStyle: { borderColor: token("ink"), borderWidth: 1 } },
    },
  ],
  tooltip: {
    formatter: ({ value: [column, row, value] }) =>
      `${chart.rows[row]} · ${chart.columns[column]}\n${text(value, write)}`,
  },
});

const KINDS = { line, bar, heat };

const read = (figure) => JSON.parse(figure.querySelector("script[type='application/json']").textContent);
const place = (figure) => figure.querySelector(".chart");

const options = (chart) => {
  const common = frame(chart);
  const own = KINDS[chart.kind](chart, writer(chart));
  return { ...common, ...own, tooltip: { ...common.tooltip, ...own.tooltip } };
};

const draw = (figure) => {
  const drawing = echarts.getInstanceByDom(place(figure)) ?? echarts.init(place(figure), null, { renderer: "canvas" });
  drawing.setOption(options(read(figure)), true);
  return drawing;
};

const drawAll = (root) => {
  for (const figure of root.querySelectorAll("figure[data-chart]")) {
    const drawing = draw(figure);
    if (!figure.dataset.drawn) {
      figure.dataset.drawn = "yes";
      new ResizeObserver(() => drawing.resize()).observe(place(figure));
      addCopy(figure, () => picture(figure));
    }
  }
};

// Paper and images are light, whatever the screen is, and nothing in them moves.
const light = document.createElement("div");
light.dataset.bsTheme = "light";
light.className = "chart-elsewhere";
light.hidden = true;
document.body.append(light);
const inLight = (work) => {
  scope = light;
  still = true;
  try {
    return work();
  } finally {
    scope = document.documentElement;
    still = false;
  }
};

const picture = (figure) =>
  inLight(() => {
    light.hidden = false;
    const drawing = echarts.init(light, null, { renderer: "canvas", width: SIZE.width, height: SIZE.height });
    try {
      drawing.setOption(options(read(figure)));
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
    for (const figure of document.querySelectorAll("main figure[data-chart]")) {
      draw(figure).resize({ width: PAPER_WIDTH, height: place(figure).clientHeight || 220 });
    }
  });
const onScreen = () => {
  drawAll(document);
  for (const figure of document.querySelectorAll("main figure[data-chart]")) {
    echarts.getInstanceByDom(place(figure))?.resize({ width: "auto", height: "auto" });
  }
};

drawAll(document);
document.documentElement.addEventListener("rapport:theme", () => drawAll(document));
addEventListener("beforeprint", onPaper);
addEventListener("afterprint", onScreen);
matchMedia("print").addEventListener("change", ({ matches }) => (matches ? onPaper() : onScreen()));
document.addEventListener("htmx:afterSettle", (event) => drawAll(event.target));
