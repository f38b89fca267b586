/** The Web Lock that the tab with the night holds. */
const LOCK = "night";

/** The browser takes a lock back a moment later: a night right after another of this tab waits for that. */
let returning: Promise<unknown> = Promise.resolve();

/**
 * The one night of this device, across tabs.
 * @param locks absent in browsers without the Web Locks API
 * @returns the way to give the night back; null where another tab has it. Where the browser grants no locks at all
 *   (none there, or refused), the night is free.
 */
export async function claimNight(
  locks: Pick<LockManager, "request"> | undefined,
): Promise<(() => void) | null> {
  if (!locks) return () => undefined;
  await returning;
  return new Promise((resolve) => {
    const asked = locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return resolve(null);
      await new Promise<void>((release) => {
        resolve(() => {
          returning = asked.catch(() => undefined);
          release();
        });
      });
    });
    asked.catch(() => resolve(() => undefined));
  });
}

/** Whether a tab has the night now; for one that has none itself. Where the browser cannot tell, none has it. */
export async function nightIsTaken(locks: Pick<LockManager, "query"> | undefined): Promise<boolean> {
  const now = await locks?.query().catch(() => null);
  return now?.held?.some(({ name }) => name === LOCK) ?? false;
}
