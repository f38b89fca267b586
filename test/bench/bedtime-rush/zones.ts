export interface Zone {
  readonly region: string;
  readonly utcOffsetHours: number;
  /** Millions of people. */
  readonly people: number;
}

/**
 * Where people live, by the clock on their wall: countries' populations added up by hand, to some 5 %; a country with
 * several clocks is divided by its large cities. Summer time is left out: it moves an evening and makes none larger.
 */
export const WORLD: readonly Zone[] = [
  ["Americas", -8, 60],
  ["Americas", -7, 35],
  ["Americas", -6, 280],
  ["Americas", -5, 270],
  ["Americas", -4, 75],
  ["Americas", -3, 285],
  ["Europe", 0, 85],
  ["Europe", 1, 430],
  ["Europe", 2, 85],
  ["Europe", 3, 110],
  ["Africa", 0, 190],
  ["Africa", 1, 400],
  ["Africa", 2, 360],
  ["Africa", 3, 330],
  ["West Asia", 2, 25],
  ["West Asia", 3, 230],
  ["West Asia", 3.5, 90],
  ["West Asia", 4, 45],
  ["South Asia", 4.5, 42],
  ["South Asia", 5, 330],
  ["South Asia", 5.5, 1460],
  ["South Asia", 5.75, 31],
  ["South Asia", 6, 185],
  ["East Asia", 6.5, 55],
  ["East Asia", 7, 455],
  ["East Asia", 8, 1650],
  ["East Asia", 9, 210],
  ["Oceania", 10, 30],
  ["Oceania", 12, 8],
].map(([region, utcOffsetHours, people]) => ({
  region: String(region),
  utcOffsetHours: Number(utcOffsetHours),
  people: Number(people),
}));

/** The worst case: everyone on one clock. */
export const ONE_CLOCK: readonly Zone[] = [{ region: "one clock", utcOffsetHours: 1, people: 1 }];
