import type { Caution, CautionCode } from "./caution.ts";
import type { Answer, Moment } from "./check-in.ts";

/** What must be known of a session to suggest it. */
export interface Suggestible {
  readonly id: string;
  readonly kind: "bed" | "guided";
  /** When it fits; empty for a bed, which fits always. */
  readonly moment: readonly Moment[];
  readonly need: readonly string[];
  readonly caution: readonly Caution[];
  /** Whether the danger question comes before it. */
  readonly fork: boolean;
}

export interface SuggestionAsk {
  readonly answer: Answer;
  readonly moment: Moment;
  /** Whether the evening's winding down has begun, whatever the clock says. */
  readonly windDownBegun: boolean;
  /** Cautions that the person has marked. */
  readonly marked: readonly CautionCode[];
  readonly sessions: readonly Suggestible[];
}

/** What is suggested, in this order. A fork stands before everything that needs it: its yes leads to help. */
export type Suggestion =
  | { readonly kind: "fork"; readonly question: "danger" | "heart" }
  | { readonly kind: "session"; readonly id: string; readonly insteadOf: string | null }
  | { readonly kind: "line"; readonly line: "doctor" | "dentist" }
  /** The routine that the person has. */
  | { readonly kind: "usual" };

/** Reflective sessions: for the day alone. */
export const REFLECTIVE: readonly string[] = ["letter", "reflection", "boundaries"];
/** So many sessions are suggested at most: a tired person reads no more. */
const MOST_SESSIONS = 3;

/** The check-in's table (content brief): sessions and beds by id, what comes before them, and a line for who asks a doctor. */
const TABLE: Readonly<Record<Answer, readonly string[]>> = {
  head: ["worry-write", "word-shuffle"],
  body: ["discharge", "pmr"],
  tight: ["night-sea", "breath-4-6"],
  alert: ["brown-blanket"],
  restless: ["night-sea"],
  lonely: ["breathe-together", "womb"],
  upset: ["orient", "boundaries"],
  dream: ["after-dream"],
  sleepy: [],
  pressure: ["no-need-to-sleep"],
  tired: [],
};
const FORKS: Readonly<Partial<Record<Answer, "danger" | "heart">>> = { upset: "danger", tight: "heart" };
const LINES: Readonly<Partial<Record<Answer, "doctor" | "dentist">>> = { sleepy: "doctor", body: "dentist" };
/** Where these are recognised, nobody asks for more words or exercises than the table has. */
const ONLY_THE_TABLE: readonly Answer[] = ["alert", "restless", "sleepy", "tired"];
/** In bed and in the small hours no paper and no lamp. */
const NOT_IN_BED: readonly string[] = ["worry-write"];

/**
 * What fits how somebody is now. Pure. Keeps to what there is: no session that is not in `sessions`, none outside its
 * moment, nothing reflective once the evening has begun, none with a caution that is marked (its substitute instead,
 * where that fits), and the danger question before whatever needs it.
 */
export function suggest(ask: SuggestionAsk): readonly Suggestion[] {
  const { answer } = ask;
  const found = new Map<string, Suggestion & { readonly kind: "session" }>();
  for (const wanted of [...TABLE[answer], ...others(ask)]) {
    if (found.size >= MOST_SESSIONS) break;
    const fitting = fittingSession(ask, wanted);
    if (fitting && !found.has(fitting.id)) {
      found.set(fitting.id, {
        kind: "session",
        id: fitting.id,
        insteadOf: fitting.id === wanted ? null : wanted,
      });
    }
  }
  const sessions = [...found.values()];
  const needsFork = sessions.some(({ id }) => ask.sessions.find((each) => each.id === id)?.fork);
  const fork = FORKS[answer] ?? (needsFork ? "danger" : null);
  const line = LINES[answer];
  const usual = answer === "tired" || (answer !== "sleepy" && sessions.length === 0);
  return [
    ...(fork ? [{ kind: "fork" as const, question: fork }] : []),
    ...(line === "doctor" ? [{ kind: "line" as const, line }] : []),
    ...sessions,
    ...(line === "dentist" ? [{ kind: "line" as const, line }] : []),
    ...(usual ? [{ kind: "usual" as const }] : []),
  ];
}

/** Sessions whose writers named this need, in the order in which they are listed. */
function others({ answer, sessions }: SuggestionAsk): readonly string[] {
  if (ONLY_THE_TABLE.includes(answer)) return [];
  return sessions.filter(({ need }) => need.includes(answer)).map(({ id }) => id);
}

/** The session itself, else the first of its substitutes that fits; null where none does. */
function fittingSession(ask: SuggestionAsk, id: string): Suggestible | null {
  const seen = new Set<string>();
  let next: string | null = id;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const wanted: string = next;
    const session = ask.sessions.find((each) => each.id === wanted);
    if (!session || !fitsMoment(session, ask)) return null;
    const against = session.caution.filter(({ code }) => ask.marked.includes(code));
    if (against.length === 0) return session;
    next = against.find(({ instead }) => instead !== null)?.instead ?? null;
  }
  return null;
}

function fitsMoment(
  { id, kind, moment: fits }: Suggestible,
  { moment, windDownBegun }: SuggestionAsk,
): boolean {
  if (REFLECTIVE.includes(id) && (moment !== "day" || windDownBegun)) return false;
  if (NOT_IN_BED.includes(id) && (moment === "in-bed" || moment === "at-three")) return false;
  return kind === "bed" || fits.includes(moment);
}
