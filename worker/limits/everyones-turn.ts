/** So many requests go ahead before the system is asked again: some 10 ms of work. Twelve would cost reads a tenth of their rate. */
const TURNS = 32;
/** Where they took longer than this to come, nobody waits for anybody, ms. */
const CROWDED_MS = 100;

let taken = 0;
let askedAtMs = 0;

/**
 * Resolves, at once or once the system has been asked who else has sent something. workerd asks only when nothing is left
 * to do, and reads first where it has just answered: under full load a few quick connections kept it busy for 300 ms
 * while others waited. A timer of no length ends after that question, and not before.
 */
export async function everyonesTurn(): Promise<void> {
  taken++;
  if (taken <= TURNS) return;
  if (Date.now() - askedAtMs < CROWDED_MS) await scheduler.wait(0);
  taken = 0;
  askedAtMs = Date.now();
}
