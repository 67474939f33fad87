// What stands along a chart, and how its figures are written.
import { small, token } from "./chart-look.js";

const language = document.documentElement.lang || "en";

export const writer = ({ unit, currency }) => {
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

export const text = (value, write) => (value === null || value === undefined ? "–" : write.full(value));

export const category = (labels, gap) => ({
  type: "category",
  data: labels,
  boundaryGap: gap,
  axisTick: { show: false },
  axisLine: { onZero: false, lineStyle: { color: token("line") } },
  axisLabel: { ...small(), hideOverlap: true },
});

export const scale = (write, range = {}) => ({
  type: "value",
  splitNumber: 4,
  ...range,
  splitLine: { lineStyle: { color: token("line") } },
  axisLabel: { ...small(), formatter: write.short },
});

const STEPS = [1, 2, 2.5, 5, 10];
const SHORT_SCALE = 10;

const stepOf = (span, whole) => {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((each) => each * power >= rough) * power;
  return whole ? Math.max(1, Math.round(step)) : step;
};

// From nothing, or the least there can be, to all that is drawn: values, their ranges and what goals want.
export const range = ({ series, targets = [], min: least = -Infinity, max: most = Infinity, unit }) => {
  const low = least ?? -Infinity;
  const high = most ?? Infinity;
  const drawn = series.flatMap((each) => [each.values, each.low ?? [], each.high ?? []].flat());
  const all = [Math.max(0, low), ...drawn, ...targets.map((target) => target.value)].filter((each) => each !== null);
  const [bottom, top] = [Math.min(...all), Math.max(...all)];
  if (bottom === top) {
    return { min: Math.max(bottom, low), max: Math.min(bottom + 1, high) };
  }
  const interval = high - low <= SHORT_SCALE ? 1 : stepOf(top - bottom, unit === "COUNT");
  return {
    min: Math.max(low, Math.floor(bottom / interval) * interval),
    max: Math.min(high, Math.ceil(top / interval) * interval),
    interval,
  };
};
