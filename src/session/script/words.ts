/** The words of one language that a script draws on; they stand in the language's folder. */
export interface ScriptWords {
  /** How a guide says 1, 2, 3 ... aloud, in order from 1. */
  readonly numbers: readonly string[];
  /** Default words of the slots, by name. */
  readonly slots: Readonly<Record<string, string>>;
}
