// What happened in the time of a chart, as lines down; what goals want, as lines across.
import { small, token } from "./chart-look.js";

const MOST_NAMES = 4;
const LEAST_WIDTH = 44;
const EDGES = 70;

// Each name has the room to its neighbours, and none runs out of the picture: those at the ends lean inwards.
const named = (list, steps, width) => {
  const step = (width - EDGES) / Math.max(1, steps - 1);
  const places = list.map((mark) => mark.at * step);
  return list.map((mark, index) => {
    const before = places[index] - (places[index - 1] ?? -Infinity);
    const after = (places[index + 1] ?? Infinity) - places[index];
    const [left, right] = [places[index], width - EDGES - places[index]];
    const align = left < width / 5 ? "left" : right < width / 5 ? "right" : "center";
    const room = { left: Math.min(after / 2, right), right: Math.min(before / 2, left), center: Math.min(before, after) };
    const wide = Math.min(room[align] - 12, width / 2);
    return { align, width: wide, show: wide >= LEAST_WIDTH };
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
