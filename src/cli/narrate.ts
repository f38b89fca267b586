import { fail, wordsOf } from "./fail.ts";
import { makePack, type PackReport } from "./narrate/make-pack.ts";
import type { Narrator } from "./narrate/narrators.ts";
import { readOptions, USAGE } from "./narrate/options.ts";
import { missingPrograms } from "./narrate/programs.ts";
import { progressBar } from "./narrate/progress-bar.ts";
import { ROOT } from "./root.ts";

/** `npm run narrate`: speaks what the scripts say into sounds/narration. */
try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") {
    console.log(USAGE);
  } else {
    const needed = ["ffmpeg", ...options.narrators.map(({ speaker }) => speaker.program)];
    const missing = await missingPrograms(needed, process.env["PATH"] ?? "");
    if (missing) throw new Error(missing);
    for (const narrator of options.narrators) {
      const report = await makePack({ root: ROOT, narrator, sessions: options.sessions, progress });
      if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
      console.log(described(narrator, report));
    }
  }
} catch (error) {
  fail(`narrate: ${wordsOf(error)}`);
}

function progress(done: number, total: number, text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${progressBar(done, total, text)}`);
  else if (done === total || done % 25 === 0) console.log(`${done}/${total}`);
}

function described({ about }: Narrator, { spoken, kept, removed, bytes, lufs }: PackReport): string {
  const sizes = [...bytes].map(([session, size]) => `${session} ${Math.ceil(size / 1000)} kB`).join(", ");
  const levels = `${lufs.min.toFixed(2)} to ${lufs.max.toFixed(2)} LUFS`;
  return `${about.name} (${about.language}): ${spoken} spoken, ${kept} kept, ${removed} removed; ${sizes}; ${levels}`;
}
