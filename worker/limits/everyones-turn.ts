/** Whoever is alone waits once in so many requests all the same, because others may have come meanwhile. */
const IN_A_ROW = 16;

let underWay = 0;
let inARow = 0;

/**
 * Answers a request once the system has been asked who else has sent something. workerd asks only when nothing is left to
 * do, and reads first where it has just answered: under full load a few quick connections kept it busy for 300 ms while
 * others waited. A timer of no length ends after that question, and not before; but not before a millisecond is over
 * either, so that nobody waits for it who is alone.
 */
export async function inTurn(answer: () => Response | Promise<Response>): Promise<Response> {
  underWay++;
  inARow++;
  try {
    if (underWay > 1 || inARow >= IN_A_ROW) {
      inARow = 0;
      await scheduler.wait(0);
    }
    return await answer();
  } finally {
    underWay--;
  }
}
