/**
 * Resolves once the system has been asked who else has sent something. workerd asks only when nothing is left to do, and
 * reads first where it has just answered: under full load a few quick connections kept it busy for 300 ms while others
 * waited. A timer of no length ends after that question, and not before.
 */
export function everyonesTurn(): Promise<void> {
  return scheduler.wait(0);
}
