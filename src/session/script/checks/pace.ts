import type { Part } from "../../schema.ts";
import type { Check, CheckedScript, Finding, PackSeconds } from "./check.ts";
import { saidByPart, wordsOf } from "./said.ts";
import { speechSeconds } from "./speech-seconds.ts";

/** Words a minute within a phrase (sound specification, section 4: 90 to 110). */
const MOST_PER_MINUTE = 110;
/** In fewer words than these the length of single words decides, not the pace. */
const FEWEST_WORDS = 13;
/** A pause as long as this ends a stretch of speech, seconds: shorter ones hold sentences together (stretch.ts). */
const ENDING_PAUSE_SECONDS = 2.5;

interface Stretch {
  readonly lines: { readonly line: string; readonly text: string }[];
  pauseSeconds: number;
}

/** Sentences that follow one another closely are spoken slowly, or have time between them. */
export const pace: Check = {
  rule: "pace",
  severity: "warning",
  find: (checked) => {
    const said = saidByPart(checked);
    return checked.script.parts.flatMap((part, index) => {
      const found = new Map<string, Finding>();
      for (const { lines, pauseSeconds } of stretchesOf(part)) {
        const fastest = perMinute(lines, pauseSeconds, checked);
        const first = said[index]?.find(({ lineId }) => lineId === lines[0]?.line);
        if (!first || fastest.perMinute <= MOST_PER_MINUTE) continue;
        const { line, column } = first;
        const pace = Math.round(fastest.perMinute);
        const message = `From here on ${pace} words a minute are said (${fastest.by}). Say less, or put pauses between: ${MOST_PER_MINUTE} at most.`;
        found.set(first.lineId, { line, column, message });
      }
      return [...found.values()];
    });
  },
};

function stretchesOf({ items }: Part): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  let pauseSeconds = 0;
  for (const item of items) {
    if ("say" in item) {
      if (!open) {
        open = { lines: [], pauseSeconds: 0 };
        stretches.push(open);
      } else {
        open.pauseSeconds += pauseSeconds;
      }
      pauseSeconds = 0;
      open.lines.push(item.say);
    } else if ("pause" in item) {
      pauseSeconds += item.pause.seconds;
      if (pauseSeconds >= ENDING_PAUSE_SECONDS) open = null;
    } else if (!("scene" in item || "pulse" in item || "pulseOff" in item)) {
      open = null;
    }
  }
  return stretches;
}

function perMinute(
  lines: Stretch["lines"],
  pauseSeconds: number,
  { language, packs }: CheckedScript,
): { readonly perMinute: number; readonly by: string } {
  const words = lines.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  if (lines.length < 2 || words < FEWEST_WORDS) return { perMinute: 0, by: "" };
  const by = (pack: PackSeconds | null) => {
    const seconds = lines.map(({ line, text }) => pack?.seconds(line) ?? speechSeconds(text, language));
    const total = seconds.reduce((sum, each) => sum + each, pauseSeconds);
    return { perMinute: (60 * words) / total, by: pack?.name ?? "estimated" };
  };
  const recorded = packs.filter((pack) => lines.some(({ line }) => pack.seconds(line) !== undefined));
  const paces = recorded.length > 0 ? recorded.map(by) : [by(null)];
  return paces.reduce((fastest, each) => (each.perMinute > fastest.perMinute ? each : fastest));
}
