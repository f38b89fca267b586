/**
 * The one night of this device, across tabs.
 * @param locks absent in browsers without the Web Locks API
 * @returns the way to give the night back; null where another tab has it. Where the browser grants no locks at all
 *   (none there, or refused), the night is free.
 */
export function claimNight(locks: Pick<LockManager, "request"> | undefined): Promise<(() => void) | null> {
  if (!locks) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    const asked = locks.request("night", { ifAvailable: true }, async (lock) => {
      if (lock) await new Promise<void>((release) => resolve(release));
      else resolve(null);
    });
    asked.catch(() => resolve(() => undefined));
  });
}
