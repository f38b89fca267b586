import { contentOrFail } from "./content/content-or-fail.ts";
import { unspoken } from "./content/narration.ts";
import { ROOT } from "./root.ts";

/** `npm run content`: builds sounds/built from layers, beds, scripts, names and packs, or says what must be mended. */
const { layers, sessions, opening, narration } = await contentOrFail(ROOT);
const spoken = [...sessions, { id: "opening", scripts: opening }];
for (const pack of narration.packs) {
  const missing = spoken.flatMap(({ id, scripts }) => unspoken(pack, id, scripts));
  if (missing.length === 0) continue;
  console.error(
    `${pack.language}/${pack.id}: ${missing.length} lines are not recorded yet (npm run narrate):`,
  );
  for (const text of missing) console.error(`  ${text}`);
}
console.log(
  `${layers.size} layers, ${sessions.length} beds and sessions, ${narration.packs.length} narrators`,
);
