/** What a client asks for in one evening, from the moment it is opened. `object`: asked of the person's own object. */
export const EVENING: readonly {
  readonly what: string;
  readonly atSeconds: number;
  readonly object: boolean;
}[] = [
  { what: "page, from the edge, 304", atSeconds: 0, object: false },
  { what: "GET /api/presets, 304", atSeconds: 1, object: false },
  { what: "GET /api/documents", atSeconds: 1, object: true },
  { what: "POST /api/changes/tickets", atSeconds: 2, object: true },
  { what: "GET /api/changes", atSeconds: 2, object: true },
  { what: "GET /api/documents/routine", atSeconds: 2, object: true },
  { what: "PUT /api/documents/routine (the evening is set)", atSeconds: 30, object: true },
  { what: "PUT /api/documents/path (what was heard)", atSeconds: 45, object: true },
];

/** Local hours between which everybody begins. */
const FROM_HOURS = 22;
const TO_HOURS = 23.5;
const DAY_SECONDS = 86_400;
/** Most begin in the middle: a bell of this standard deviation, cut off at both ends. */
const SPREAD_HOURS = 0.4;

/** By how much the chance to begin is weighted at a local second of the day; all of a day's add up to 1. */
export function beginningWeights(): Float64Array {
  const weights = new Float64Array(DAY_SECONDS);
  let sum = 0;
  for (let second = FROM_HOURS * 3600; second < TO_HOURS * 3600; second++) {
    const fromMiddle = (second / 3600 - (FROM_HOURS + TO_HOURS) / 2) / SPREAD_HOURS;
    const weight = Math.exp(-0.5 * fromMiddle ** 2);
    weights[second] = weight;
    sum += weight;
  }
  return weights.map((weight) => weight / sum);
}

/** The most that one object is asked within a second, and how long it is kept awake, when idle ones sleep after so long. */
export function objectLoad(sleepsAfterSeconds: number): {
  readonly perSecond: number;
  readonly awakeSeconds: number;
} {
  const times = EVENING.filter(({ object }) => object).map(({ atSeconds }) => atSeconds);
  const perSecond = Math.max(...times.map((at) => times.filter((each) => each === at).length));
  const awakeSeconds = times.reduce((total, at, index) => {
    const next = times[index + 1] ?? Number.POSITIVE_INFINITY;
    return total + Math.min(next - at, sleepsAfterSeconds);
  }, 0);
  return { perSecond, awakeSeconds };
}
