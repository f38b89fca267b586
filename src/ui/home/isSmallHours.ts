/** The small hours: from half past midnight to half past five. */
const FROM_MINUTES = 30;
const UNTIL_MINUTES = 330;

/** Whether a press now is one in the middle of the night, by the device's clock. */
export function isSmallHours(nowMs: number): boolean {
  const now = new Date(nowMs);
  const minutes = now.getHours() * 60 + now.getMinutes();
  return minutes >= FROM_MINUTES && minutes < UNTIL_MINUTES;
}
