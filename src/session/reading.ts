/** Words per minute of a calm guide within a phrase (sound specification, section 4: 90 to 110). */
const WORDS_PER_MINUTE = 100;
/** The shortest that even "Ja." takes to hear or to read, seconds. */
const SHORTEST_SECONDS = 1.2;

/** How long a sentence takes where no recording says so: for captions, the device's own speech and silence. */
export function readingSeconds(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return Math.max(SHORTEST_SECONDS, (words * 60) / WORDS_PER_MINUTE);
}
