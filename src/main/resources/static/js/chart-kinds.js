// What ECharts is told of each kind of chart.
import { category, range, scale, text, writer } from "./chart-axes.js";
import { colour, font, moves, small, token } from "./chart-look.js";
import { marks } from "./chart-marks.js";

const MOST_DOTS = 24;

const frame = (chart) => ({
  animation: moves(),
  animationDuration: 300,
  textStyle: { fontFamily: font(), color: token("ink"), fontSize: 12 },
  grid: {
    left: chart.kind === "line" ? 18 : 4,
    right: 38,
    top: (chart.series.length > 1 ? 34 : 14) + (chart.marks?.length ? 14 : 0),
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
    show: chart.series.length > 1,
    top: 0,
    left: 0,
    itemWidth: 14,
    itemHeight: 8,
    icon: "roundRect",
    textStyle: small(),
    data: chart.series.map((series) => series.name),
  },
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

const line = (chart, write, width) => {
  const series = chart.series.flatMap((each, index) => {
    const own = {
      name: each.name,
      type: "line",
      data: each.values,
      symbol: "circle",
      symbolSize: 4,
      showSymbol: each.values.length <= MOST_DOTS,
      lineStyle: { width: 2.2 },
      color: colour(index),
      markLine: index === 0 ? marks(chart, width) : undefined,
      z: 3,
      zlevel: 0,
    };
    return each.low ? [band(each, colour(index)), own] : [own];
  });
  const describe = (points) => {
    const at = (points.find((each) => each.seriesType === "line") ?? points[0]).dataIndex;
    const rows = chart.series.map((each) => {
      const ends = each.low?.[at] != null ? `  (${write.full(each.low[at])} – ${write.full(each.high[at])})` : "";
      return `${each.name}: ${text(each.values[at], write)}${ends}`;
    });
    return [chart.labels[at], ...rows].join("\n");
  };
  return {
    xAxis: category(chart.labels, false),
    yAxis: scale(write, range(chart)),
    series,
    tooltip: { trigger: "axis", formatter: describe },
  };
};

const bar = (chart, write, width) => ({
  xAxis: category(chart.labels, true),
  yAxis: scale(write),
  series: chart.series.map((each, index) => ({
    name: each.name,
    type: "bar",
    data: each.values,
    stack: chart.stacked ? "all" : undefined,
    color: colour(index),
    markLine: index === 0 ? marks(chart, width) : undefined,
    barMaxWidth: 28,
    itemStyle: chart.stacked ? { borderColor: token("card"), borderWidth: 1 } : { borderRadius: [4, 4, 0, 0] },
  })),
  tooltip: {
    trigger: "axis",
    axisPointer: { type: "shadow", shadowStyle: { color: token("hover"), opacity: 0.6 } },
    formatter: (points) =>
      [points[0].name, ...points.map((each) => `${each.seriesName}: ${text(each.value, write)}`)].join("\n"),
  },
});

const KINDS = { line, bar };

/** @param width of the drawing in pixels: names of what happened have the room that there is */
export const options = (chart, width) => {
  const common = frame(chart);
  const own = KINDS[chart.kind](chart, writer(chart), width);
  return { ...common, ...own, tooltip: { ...common.tooltip, ...own.tooltip } };
};
