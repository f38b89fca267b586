import type { Dice } from "./dice.ts";
import { MARKER } from "./words.ts";

/** Values that no schema here has a place for, or only just. */
const ODD: readonly [unknown, ...unknown[]] = [
  null,
  true,
  -1,
  1e308,
  -1e308,
  0.1,
  "",
  MARKER,
  `${MARKER}\u0000`,
  `${MARKER}\ud800`,
  `\u202e${MARKER}`,
  `${MARKER} `.repeat(400),
  [],
  {},
  [MARKER],
  { [MARKER]: MARKER },
  Array(500).fill(MARKER),
  "' OR 1=1 --",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "../../etc/passwd",
];

const KEYS: readonly [string, ...string[]] = [
  MARKER,
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "",
  "0",
];

/** A JSON value with one thing wrong in it, somewhere. */
export function spoilValue(value: unknown, dice: Dice): unknown {
  if (typeof value !== "object" || value === null || dice.chance(0.15)) return dice.pick(ODD);
  const entries = Object.entries(value);
  if (dice.chance(0.25)) return withEntry(value, entries, dice);
  const place = dice.whole(0, entries.length - 1);
  if (dice.chance(0.2))
    return rebuilt(
      value,
      entries.filter((_, index) => index !== place),
    );
  return rebuilt(
    value,
    entries.map(([key, inside], index) => [key, index === place ? spoilValue(inside, dice) : inside]),
  );
}

/** JSON text that is none, or that is too much. */
export function spoilText(text: string, dice: Dice): string | Uint8Array<ArrayBuffer> {
  const kind = dice.whole(0, 9);
  switch (kind) {
    case 0:
      return "";
    case 1:
      return text.slice(0, -1);
    case 2:
      return `${text}${MARKER}`;
    case 3:
      return `{"${MARKER}":1,"${MARKER}":2}`;
    case 4:
      return "[".repeat(20_000);
    case 5:
      return `${'{"a":'.repeat(40)}"${MARKER}"${"}".repeat(40)}`;
    case 6:
      return Uint8Array.from([0x22, 0xff, 0xfe, 0xc0, 0x22]);
    case 7:
      return `"${MARKER}${"x".repeat(600_000)}"`;
    case 8:
      return `\ufeff${text}`;
    default:
      return text.replaceAll('"', "'");
  }
}

function withEntry(value: object, entries: readonly [string, unknown][], dice: Dice): unknown {
  return rebuilt(value, [...entries, [dice.pick(KEYS), dice.pick(ODD)]]);
}

/** `__proto__` as a key of its own, as JSON.parse makes it. */
function rebuilt(value: object, entries: readonly (readonly [string, unknown])[]): unknown {
  return Array.isArray(value) ? entries.map(([, inside]) => inside) : Object.fromEntries(entries);
}
