/** No vowel, so no word; nothing that looks like another: neither 0 O 1 I L nor, beside 2 5 8, Z S B. */
const ALPHABET = "23456789CDFGHJKMNPQRTVWXY";
const LENGTH = 8;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);
/** What a hand writes for them. */
const MEANT: Readonly<Record<string, string>> = { S: "5", B: "8", Z: "2" };

/** A code as it is shown, for example `K7PD-2QXM`; each of the 25^8 is as likely. */
export function newCode(): string {
  let code = "";
  while (code.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      // Above the last multiple of the alphabet's length some characters would be likelier than others.
      if (byte < 250 && code.length < LENGTH) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The one form of a code, however it was typed; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const bare = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/[SBZ]/g, (letter) => MEANT[letter] ?? letter);
  return CODE.test(bare) ? bare : null;
}
