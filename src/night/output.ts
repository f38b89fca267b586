/**
 * What the night's output is doing. `off`: no night. `running`. `held`: silent until a touch. `called`: a call or an alarm
 * has taken the sound and will give it back. `frozen`: the clock stands still though it is said to run, and is started
 * anew. `lost`: the context is of no use any more and a new one is being made. `gone`: lost, and silent until a touch.
 */
export type Output = "off" | "running" | "held" | "called" | "frozen" | "lost" | "gone";

/** Everything that can happen to it: asked for, told by the browser, or noticed by looking once a second. */
export type OutputEvent =
  | "begun"
  | "pause"
  | "resume"
  | "came-back"
  | "refused"
  | "suspended"
  | "interrupted"
  | "runs"
  | "closed"
  | "stood-still"
  | "moves"
  | "rate-changed"
  | "unplugged"
  | "late"
  | "ended";

/**
 * What is done about it. `hold`: fade over a second and stop the clock. `drop`: the same in 30 ms. `rest`: the night
 * pauses, its end goes on to count. `come-back`: run, and rise gently. `restart`: suspend, then resume. `reopen`: a new
 * context, from where the night was. `replan`: the end anew from the wall clock. `end`: silent for good.
 */
export type OutputDeed = "hold" | "drop" | "rest" | "come-back" | "restart" | "reopen" | "replan" | "end";

export interface OutputStep {
  readonly to: Output;
  readonly does: readonly OutputDeed[];
}

const ended = { to: "off", does: ["end"] } as const;

/** Each state's answer to each event; an event that is not there changes nothing. */
export const OUTPUT_STEPS: Readonly<Record<Output, Readonly<Partial<Record<OutputEvent, OutputStep>>>>> = {
  off: { begun: { to: "running", does: [] } },
  running: {
    pause: { to: "held", does: ["hold", "rest"] },
    suspended: { to: "held", does: ["rest"] },
    interrupted: { to: "called", does: ["rest"] },
    closed: { to: "lost", does: ["reopen"] },
    "stood-still": { to: "frozen", does: ["restart"] },
    "rate-changed": { to: "lost", does: ["reopen"] },
    unplugged: { to: "held", does: ["drop", "rest"] },
    late: { to: "running", does: ["replan"] },
    ended,
  },
  held: {
    resume: { to: "held", does: ["come-back"] },
    "came-back": { to: "running", does: ["replan"] },
    runs: { to: "held", does: ["hold"] },
    closed: { to: "gone", does: [] },
    ended,
  },
  called: {
    runs: { to: "called", does: ["come-back"] },
    resume: { to: "called", does: ["come-back"] },
    "came-back": { to: "running", does: ["replan"] },
    refused: { to: "held", does: [] },
    pause: { to: "held", does: [] },
    suspended: { to: "held", does: [] },
    unplugged: { to: "held", does: ["hold"] },
    closed: { to: "gone", does: [] },
    ended,
  },
  frozen: {
    moves: { to: "running", does: ["replan"] },
    "stood-still": { to: "lost", does: ["reopen"] },
    pause: { to: "held", does: ["hold", "rest"] },
    interrupted: { to: "called", does: ["rest"] },
    unplugged: { to: "held", does: ["drop", "rest"] },
    closed: { to: "lost", does: ["reopen"] },
    ended,
  },
  lost: {
    "came-back": { to: "running", does: ["replan"] },
    refused: { to: "gone", does: ["rest"] },
    pause: { to: "gone", does: ["rest"] },
    unplugged: { to: "gone", does: ["rest"] },
    ended,
  },
  gone: {
    resume: { to: "lost", does: ["reopen"] },
    "came-back": { to: "held", does: ["hold", "rest"] },
    ended,
  },
};

/** The next state, and what is to be done. Pure. */
export function outputStep(output: Output, event: OutputEvent): OutputStep {
  return OUTPUT_STEPS[output][event] ?? { to: output, does: [] };
}
