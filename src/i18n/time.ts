/** Clock time of an instant, as people of this locale write it: "00:25", "12:25 AM". */
export function clockLabel(epochMs: number, locale: string, timeZone?: string): string {
  const zone = timeZone ? { timeZone } : {};
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  return new Intl.DateTimeFormat(locale, {
    hour: hour12 ? "numeric" : "2-digit",
    minute: "2-digit",
    ...zone,
  }).format(epochMs);
}

/** A length of time in words: "20 minuten", "1 uur 30 minuten", "90 seconden". Whole minutes from two minutes up. */
export function durationLabel(seconds: number, locale: string): string {
  const unit = (count: number, name: "hour" | "minute" | "second") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(count);
  if (seconds < 120 && seconds % 60 !== 0) return unit(Math.round(seconds), "second");
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return unit(minutes, "minute");
  if (minutes % 60 === 0) return unit(hours, "hour");
  return `${unit(hours, "hour")} ${unit(minutes % 60, "minute")}`;
}

/** Whether the local clock is put back or forward between two instants. */
export function clockChange(fromMs: number, untilMs: number, timeZone?: string): "back" | "forward" | null {
  const change = offsetMinutes(untilMs, timeZone) - offsetMinutes(fromMs, timeZone);
  if (change === 0) return null;
  return change < 0 ? "back" : "forward";
}

/** Minutes that local time is ahead of UTC at an instant. */
function offsetMinutes(epochMs: number, timeZone?: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZoneName: "longOffset",
    ...(timeZone ? { timeZone } : {}),
  }).formatToParts(epochMs);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
