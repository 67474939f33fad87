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

// How far a name reaches to the left and right of its line: to both sides, or inwards where it would run out of the picture.
const reach = (mark, here, inner) => {
  const wide = long(mark.text);
  const [left, right] = [here + EDGES / 2, inner - here + EDGES / 2];
  if (Math.min(left, right) >= wide / 2) {
    return { align: "center", left: wide / 2, right: wide / 2 };
  }
  return left > right
    ? { align: "right", left: Math.min(wide, left), right: 0 }
    : { align: "left", left: 0, right: Math.min(wide, right) };
};

// Two names that would meet share what is between them: the longer gives way, down to half.
const share = (one, other, gap) => {
  if (one.right + other.left > gap) {
    const [right, left] = [one.right, other.left];
    one.right = Math.min(right, Math.max(gap / 2, gap - left));
    other.left = Math.min(left, Math.max(gap / 2, gap - right));
  }
};

const named = (list, steps, width) => {
  const inner = width - EDGES;
  const places = list.map((mark) => (mark.at * inner) / Math.max(1, steps - 1));
  const names = list.map((mark, index) => reach(mark, places[index], inner));
  names.slice(1).forEach((name, index) => share(names[index], name, places[index + 1] - places[index]));
  return names.map(({ align, left, right }) => {
    const room = align === "center" ? 2 * Math.min(left, right) : Math.max(left, right);
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
