import { OUTPUT_STEPS, type Output, type OutputDeed, type OutputEvent } from "../../night/output.ts";

/** What each state, event and deed is, in plain words. */
const STATES: Readonly<Record<Output, string>> = {
  off: "no night",
  running: "it sounds, or rests between sounds",
  held: "silent until a touch",
  called: "a call or an alarm has the sound and will give it back",
  frozen: "said to run, but its clock stands; being started anew",
  lost: "of no use any more; a new context is being made",
  gone: "lost, and silent until a touch",
};

const EVENTS: Readonly<Record<OutputEvent, string>> = {
  begun: "a night sounds",
  pause: "pause was asked for",
  resume: "going on was asked for: a touch, the lock screen, a headset",
  "came-back": "the browser lets it sound",
  refused: "the browser does not let it sound",
  suspended: "the context was suspended without being asked (headphones unplugged, output lost)",
  interrupted: "the context was interrupted (a call, an alarm, a voice assistant)",
  runs: "the context runs again without being asked",
  closed: "the context was closed",
  "stood-still": "its clock has stood still for three looks though it is said to run",
  moves: "its clock moves",
  "rate-changed": "the sample rate of the output has changed (another device)",
  unplugged: "the system paused the lock-screen anchor (headphones unplugged, another app plays)",
  late: "the wall clock is half a second or more from where the end is laid (a throttled tab, a freeze)",
  ended: "the end has passed on the wall clock",
};

const DEEDS: Readonly<Record<OutputDeed, string>> = {
  hold: "fade over a second, then stop the clock",
  drop: "fade in 30 ms, then stop the clock",
  rest: "the night pauses; its end goes on to count",
  "come-back": "let the clock run and rise gently",
  restart: "suspend, then resume",
  reopen: "make a new context and begin where the night was, gently",
  replan: "lay the end anew from the wall clock; nothing sounds past it",
  end: "silent for good, anchor and lock screen with it",
};

/** docs/night/output-states.md, from the machine itself. */
export function outputStatesPage(): string {
  const events = Object.keys(EVENTS).filter(isEvent);
  const states = Object.entries(OUTPUT_STEPS);
  const rows = events.map((event) =>
    row([
      `**${event}**`,
      ...states.map(([, steps]) => {
        const step = steps[event];
        return step ? [`→ ${step.to}`, ...step.does].join(", ") : "";
      }),
    ]),
  );
  const list = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([name, meaning]) => `- **${name}**: ${meaning}`);
  return `${[
    "# Every state that a night's output can be in",
    "",
    "Made by `npm run states` from `src/night/output.ts`; not to be changed by hand. Rows are what happens, columns the state",
    "it happens in; an empty place changes nothing. Once a second, and first of all when a frozen page wakes, the output is",
    "looked at: whether its clock moves, at what rate, and where the wall clock has the end.",
    "",
    row(["", ...states.map(([state]) => state)]),
    row(["---", ...states.map(() => "---")]),
    ...rows,
    "",
    "## States",
    "",
    ...list(STATES),
    "",
    "## What happens",
    "",
    ...list(EVENTS),
    "",
    "## What is done",
    "",
    ...list(DEEDS),
    "",
    "## Beyond the output",
    "",
    "- **A crash or a reload**: the night is kept on the device as it goes. The page offers to go on where it was, its end",
    "  unchanged; past its end there is nothing to go on with, and it stays silent (`src/night/night-record.ts`).",
    "- **A full disk**: the night cannot be kept, which is said once; the sound goes on (`src/store/keep.ts`).",
    "- **JavaScript frozen**: fade, end and gate are native and go on without it (`docs/decisions/native-ending.md`).",
  ].join("\n")}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function isEvent(name: string): name is OutputEvent {
  return name in EVENTS;
}
