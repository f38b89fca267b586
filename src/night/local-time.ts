const DAY_MS = 86_400_000;

/**
 * The next instant (epoch ms, after `nowMs`) at which clocks show a time of day. A time that clocks skip that night is
 * taken as if they had not been put forward yet; one that comes twice is the first that is still to come.
 * @param minutes minutes since midnight, 0-1439
 * @param timeZone IANA name; left out = the device's own
 */
export function nextLocalTime(nowMs: number, minutes: number, timeZone?: string): number {
  const midnight = Math.floor(localMs(nowMs, timeZone) / DAY_MS) * DAY_MS;
  for (let day = 0; ; day++) {
    const wanted = midnight + day * DAY_MS + minutes * 60_000;
    const next = instantsOf(wanted, timeZone).find((instant) => instant > nowMs);
    if (next !== undefined) return next;
  }
}

/** Instants at which clocks show a local time (as if it were UTC), in order. */
function instantsOf(wanted: number, timeZone: string | undefined): readonly number[] {
  const before = offsetMs(wanted - DAY_MS, timeZone);
  const after = offsetMs(wanted + DAY_MS, timeZone);
  const shown = [wanted - before, wanted - after].filter((instant) => localMs(instant, timeZone) === wanted);
  return shown.length > 0 ? shown.sort((a, b) => a - b) : [wanted - before];
}

function offsetMs(instantMs: number, timeZone: string | undefined): number {
  return localMs(instantMs, timeZone) - instantMs;
}

/** What clocks show at an instant, to the second, as if it were UTC; its milliseconds kept. */
function localMs(instantMs: number, timeZone: string | undefined): number {
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601", {
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const shown = new Map(format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => shown.get(name) ?? 0;
  const whole = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return whole + (((instantMs % 1000) + 1000) % 1000);
}
