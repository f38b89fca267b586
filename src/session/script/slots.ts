/** `{anchor}` or `{anchor: your word}`; no sentence ends inside one. */
const SLOT = /\{([a-z][a-z0-9-]{0,39})(?::\s*([^{}.!?…]*?)\s*)?\}/g;

/** Own words by the name of the slot; left out or blank = the default words. */
export type OwnWords = Readonly<Record<string, string | undefined>>;

/** The names of the slots in a sentence, in order, each once. */
export function slotNames(slotted: string): readonly string[] {
  return [...new Set([...slotted.matchAll(SLOT)].map(([, name = ""]) => name))];
}

/**
 * A sentence with a person's own words in its slots, and the default words that it carries where there are none. Words
 * that begin the sentence begin with a capital; a full stop of their own would be one too many.
 */
export function fillSlots(slotted: string, own: OwnWords): string {
  const text = slotted.replaceAll(SLOT, (_, name: string, standard?: string) => {
    const words = Object.hasOwn(own, name) ? own[name] : undefined;
    return (
      words
        ?.trim()
        .replaceAll(/\s+/g, " ")
        .replace(/[.!?…]+$/, "") ||
      (standard ?? "")
    );
  });
  if (!/^["'“‘(]*\{/.test(slotted)) return text;
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

/**
 * A sentence in which every slot carries its default words: those that the writer put in place, else the language's.
 * @returns also the names of slots that have neither
 */
export function withDefaults(
  sentence: string,
  defaults: Readonly<Record<string, string>>,
): { readonly slotted: string; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const slotted = sentence.replaceAll(SLOT, (_, name: string, inPlace?: string) => {
    const words = inPlace || (Object.hasOwn(defaults, name) ? defaults[name] : undefined);
    if (!words) unknown.push(name);
    return `{${name}: ${words ?? ""}}`;
  });
  return { slotted, unknown };
}

/** Where a curly bracket stands that belongs to no slot; -1 = nowhere. */
export function strayBracket(text: string): number {
  return text.replaceAll(SLOT, (whole) => " ".repeat(whole.length)).search(/[{}]/);
}
