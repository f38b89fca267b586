import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

/** Where the programs that a narration may need come from. */
const DEBIAN_PACKAGES: Readonly<Record<string, string>> = {
  "espeak-ng": "espeak-ng",
  ffmpeg: "ffmpeg",
  flite: "flite",
};

/**
 * Says in one line which programs are missing and how to get all of them; null where all are there.
 * @param path where programs are looked for, as PATH holds it
 */
export async function missingPrograms(programs: Iterable<string>, path: string): Promise<string | null> {
  const missing: string[] = [];
  for (const program of new Set(programs)) {
    if (!(await isThere(program, path))) missing.push(program);
  }
  if (missing.length === 0) return null;
  const packages = missing.flatMap((program) => DEBIAN_PACKAGES[program] ?? []);
  const install = packages.length > 0 ? ` Install (Debian): apt-get install ${packages.join(" ")}.` : "";
  return `${missing.join(" and ")} ${missing.length > 1 ? "were" : "was"} not found.${install}`;
}

async function isThere(program: string, path: string): Promise<boolean> {
  const bare = !/[\\/]/.test(program) && !isAbsolute(program);
  const places = bare ? path.split(delimiter).map((folder) => join(folder, program)) : [program];
  const found = await Promise.all(
    places.map((place) =>
      access(place, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
