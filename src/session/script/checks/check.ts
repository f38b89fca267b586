import type { Language } from "../../language.ts";
import type { Script } from "../../schema.ts";
import type { Place, ScriptPlaces } from "../places.ts";

/** A compiled script, as the checks look at it. */
export interface CheckedScript {
  readonly language: Language;
  readonly script: Script;
  readonly places: ScriptPlaces;
  /** Recorded packs of its language; none = every length is estimated. */
  readonly packs: readonly PackSeconds[];
  /** The opening words of a night are no session: they have no caution of their own and no beginning. */
  readonly isOpening: boolean;
}

/** How long one narrator's recordings are. */
export interface PackSeconds {
  readonly name: string;
  /** Seconds of a line of this session; undefined where it is not recorded. */
  readonly seconds: (line: string) => number | undefined;
}

/** Something that a rule found: where, what is wrong, and how to mend it. */
export interface Finding extends Place {
  readonly message: string;
}

/** One rule for writers. */
export interface Check {
  readonly rule: string;
  /** An error keeps a script out; a warning is for somebody to look at. */
  readonly severity: "error" | "warning";
  readonly find: (checked: CheckedScript) => readonly Finding[];
}
