/**
 * Planned automation of one parameter: breakpoints on night time. It is plain data (structured-cloneable), so the
 * main thread can hand it to the audio thread, and a kernel can ask for the value at any frame, past or future.
 */
export interface AutomationPlan {
  /** Sorted by `atSeconds` (seconds since the night began; may be negative). At least one point. */
  readonly points: readonly AutomationPoint[];
  /** How values run between points. `cosine` is the raised cosine: flat at both ends. Default `linear`. */
  readonly curve?: "linear" | "cosine";
  /** From `fromSeconds` on, the stretch [from, from + period) repeats for ever. Points must cover it. */
  readonly repeat?: { readonly fromSeconds: number; readonly periodSeconds: number };
}

export interface AutomationPoint {
  readonly atSeconds: number;
  readonly value: number;
}

/** Reads an {@link AutomationPlan} by frame. Before the first point and after the last the value holds. */
export class Automation {
  readonly #seconds: Float64Array;
  readonly #values: Float64Array;
  readonly #cosine: boolean;
  readonly #repeat: AutomationPlan["repeat"];
  readonly #sampleRate: number;
  #cursor = 0;

  /** @param sampleRate frames per second */
  constructor(plan: AutomationPlan, sampleRate: number) {
    if (plan.points.length === 0) throw new Error("automation: a plan needs at least one point");
    this.#seconds = Float64Array.from(plan.points, (point) => point.atSeconds);
    this.#values = Float64Array.from(plan.points, (point) => point.value);
    this.#cosine = plan.curve === "cosine";
    this.#repeat = plan.repeat;
    this.#sampleRate = sampleRate;
  }

  /** The value at an absolute frame. Allocates nothing. */
  at(frame: number): number {
    const seconds = this.#seconds;
    const last = seconds.length - 1;
    let time = frame / this.#sampleRate;
    const repeat = this.#repeat;
    if (repeat && time >= repeat.fromSeconds) {
      time = repeat.fromSeconds + ((time - repeat.fromSeconds) % repeat.periodSeconds);
    }
    let index = this.#cursor;
    while (index > 0 && (seconds[index] ?? 0) > time) index--;
    while (index < last && (seconds[index + 1] ?? Number.POSITIVE_INFINITY) <= time) index++;
    this.#cursor = index;
    const from = this.#values[index] ?? 0;
    const start = seconds[index] ?? 0;
    if (index === last || time <= start) return from;
    const to = this.#values[index + 1] ?? from;
    const fraction = (time - start) / ((seconds[index + 1] ?? start) - start);
    return from + (to - from) * (this.#cosine ? 0.5 - 0.5 * Math.cos(Math.PI * fraction) : fraction);
  }
}
