import type { SayCue } from "../session/cue.ts";
import type { Language } from "../session/schema.ts";
import { timeline } from "../session/timeline.ts";
import type { PlayerDeps } from "./deps.ts";
import type { Narrator } from "./night.ts";

/**
 * Lets a narrator be heard for a moment, before one is chosen, in the place of one that is heard now. Resolves when it
 * has ended; rejects when it cannot be heard.
 */
export async function playSample(
  deps: Pick<PlayerDeps, "pack" | "samples" | "opening" | "speech">,
  narrator: Narrator,
  language: Language,
): Promise<void> {
  deps.samples.stop();
  deps.speech.hush();
  if (narrator.kind === "pack") {
    const pack = await deps.pack(language, narrator.id);
    await deps.samples.play(pack.sampleUrl);
  } else if (narrator.kind === "device") {
    if (!deps.speech.available(language)) throw new Error(`sample: this device has no voice for ${language}`);
    const opening = await deps.opening();
    const { cues } = timeline(opening, { language, wantedSeconds: null, breath: null, only: ["sample"] });
    const line = cues.find((cue): cue is SayCue => cue.kind === "say");
    if (line) await deps.speech.say(line.text, language, 0);
  }
}
