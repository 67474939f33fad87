// What happened in the time of a chart, as lines down; what goals want, as lines across.
import { font, small, token } from "./chart-look.js";

const MOST_NAMES = 4;
const LEAST_WIDTH = 52;
const GAP = 12;
const EDGES = 70;

const ruler = document.createElement("canvas").getContext("2d");
const long = (text) => {
  ruler.font = `12px ${font()}`;
  return ruler.measureText(text).width + GAP;
};

// Each name has the room to its neighbours, and none runs out of the picture: those at the ends lean inwards.
const named = (list, steps, width) => {
  const inner = width - EDGES;
  const places = list.map((mark) => (mark.at * inner) / Math.max(1, steps - 1));
  return list.map((mark, index) => {
    const here = places[index];
    const left = index > 0 ? (here - places[index - 1]) / 2 : here + EDGES / 2;
    const right = index < list.length - 1 ? (places[index + 1] - here) / 2 : inner - here + EDGES / 2;
    const half = long(mark.text) / 2;
    const align = left >= half && right >= half ? "center" : left > right ? "right" : "left";
    const room = { left: right, right: left, center: 2 * half }[align];
    return { align, width: room - GAP / 3, show: room >= LEAST_WIDTH };
  });
};

const paper = () => ({ backgroundColor: token("card"), padding: [2, 5], borderRadius: 4 });

// The names of many would cover the chart, so those are left to the list below it.
export const marks = ({ marks: list = [], targets = [], labels }, width) => {
  if (list.length + targets.length === 0) {
    return undefined;
  }
  const rooms = named(list, labels.length, width);
  return {
    symbol: "none",
    silent: true,
    z: 6,
    lineStyle: { color: token("muted"), type: "dashed", width: 1 },
    label: { ...small(), position: "end", formatter: ({ name }) => name, overflow: "truncate" },
    data: [
      ...list.map((mark, index) => ({
        xAxis: mark.at,
        name: list.length > MOST_NAMES ? "" : mark.text,
        label: rooms[index],
      })),
      ...targets.map((target) => ({
        yAxis: target.value,
        name: target.text,
        lineStyle: { color: token("chart-2"), type: "dotted", width: 2 },
        label: { ...paper(), position: "insideStartTop", distance: [6, 3], overflow: "none", color: token("chart-2") },
      })),
    ],
  };
};
