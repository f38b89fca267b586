import { disconnect } from "tone/build/esm/core/context/ToneAudioNode.js";
import * as v from "valibot";
import { expect, test } from "vitest";
import index from "../../sounds/built/narration.json";
import { AudioThread } from "../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../src/engine/context.ts";
import { bringGuideParts } from "../../src/engine/guide-parts.ts";
import { Sound } from "../../src/engine/sound.ts";
import { layerFile } from "../../src/layers.ts";
import type { SayCue, Timeline } from "../../src/session/cue.ts";
import { NarrationIndex, type NarrationPack } from "../../src/session/narration.ts";
import { parseSession } from "../../src/session/parse.ts";
import type { SessionDocument } from "../../src/session/schema.ts";
import { timeline } from "../../src/session/timeline.ts";
import workletUrl from "../../src/worklet.ts?worker&url";
import { findSnippet } from "../helper/find-snippet.ts";

const RATE = 48_000;
/** Speech is compared at 4 kHz: a part of the work, and its shape is the same. */
const THIN = 12;
/** So many sessions share a night; each is in the graph for all of it. */
const SIDE_BY_SIDE = 7;
/** Quiet before the first line, and between one session's and the next's, seconds. */
const GAP_SECONDS = 1;
/** How far from its cue a line is looked for, seconds. */
const AROUND_SECONDS = 0.8;

const files = import.meta.glob<unknown>("../../sounds/built/sessions/*.json", {
  eager: true,
  import: "default",
});
const guided = Object.values(files).flatMap((file) => {
  const parsed = parseSession(file);
  return parsed.ok && parsed.session.kind === "guided" ? [parsed.session] : [];
});
const { packs } = v.parse(NarrationIndex, index);
/** The first narrator of each language; the packs' own tests hold the others to the same scripts. */
const narrators = (["nl", "en"] as const).map((language) => packs.find((pack) => pack.language === language));

const encoded = async (pack: NarrationPack, session: string, line: string): Promise<ArrayBuffer> => {
  const response = await fetch(pack.lines[`${session}/${line}`]?.url ?? "");
  if (!response.ok) throw new Error(`${session}/${line} cannot be had`);
  return response.arrayBuffer();
};

interface FirstLine {
  readonly session: SessionDocument;
  readonly laidOut: Timeline;
  readonly cue: SayCue;
  /** When it is to sound in the one render of all, seconds. */
  readonly atSeconds: number;
}

/** The first line of each of some sessions, one after another. */
function firstLines(pack: NarrationPack, sessions: readonly SessionDocument[]): readonly FirstLine[] {
  let atSeconds = GAP_SECONDS;
  return sessions.map((session) => {
    const laidOut = timeline(session, {
      language: pack.language,
      wantedSeconds: null,
      breath: { perMinute: 12 },
      lineSeconds: (line) => pack.lines[`${session.id}/${line}`]?.seconds ?? Number.NaN,
    });
    const cue = laidOut.cues.find((each): each is SayCue => each.kind === "say");
    if (!cue) throw new Error(`${session.id} says nothing`);
    const first = { session, laidOut, cue, atSeconds };
    atSeconds += cue.seconds + GAP_SECONDS;
    return first;
  });
}

/**
 * The dry narration bus of a night in which each of these sessions is a guide of its own, laid so that its first line falls where
 * `firstLines` says. What else it says is not scheduled; the rest of the graph is taken away, so that it costs little.
 */
async function heardOf(lines: readonly FirstLine[], pack: NarrationPack): Promise<Float32Array> {
  const last = lines.at(-1);
  const seconds = (last?.atSeconds ?? 0) + (last?.cue.seconds ?? 0) + GAP_SECONDS;
  const context = createOfflineContext(Math.ceil(seconds * RATE), RATE);
  const thread = new AudioThread(context, { workletUrl, findLayer: async (id) => layerFile(id) });
  await thread.host();
  const sound = new Sound({
    context,
    known: thread.layers,
    plan: {
      seed: 1,
      layers: [],
      breathing: null,
      breathTone: [],
      guides: lines.map(({ laidOut, cue, atSeconds }) => ({
        timeline: laidOut,
        atSeconds: atSeconds - cue.atSeconds,
        voice: "recorded",
      })),
      ending: null,
    },
    load: (session, line) => encoded(pack, session, line),
    guiding: await bringGuideParts(thread),
  });
  sound.start(0, 0);
  for (const [index, { cue }] of lines.entries()) await sound.tracks[index]?.scheduleLine(cue);
  disconnect(sound.buses.limiter.node);
  sound.buses.narration.disconnect();
  sound.buses.narration.connect(context.rawContext.destination);
  const raw = context.rawContext;
  if (!(raw instanceof OfflineAudioContext)) throw new Error("an offline context is needed");
  return (await raw.startRendering()).getChannelData(0);
}

function thinned(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / THIN) }, (_, index) => {
    let sum = 0;
    for (let i = 0; i < THIN; i++) sum += samples[THIN * index + i] ?? 0;
    return sum / THIN;
  });
}

test("there are 26 sessions, and a narrator in both languages", () => {
  expect(guided).toHaveLength(26);
  expect(narrators.every((pack) => pack !== undefined)).toBe(true);
});

test.each(narrators.flatMap((pack) => (pack ? [[pack.name, pack] as const] : [])))(
  "%s is heard saying the first line of each session on the dry narration bus, within 30 ms of its cue",
  async (_, pack) => {
    const thin = RATE / THIN;
    for (let first = 0; first < guided.length; first += SIDE_BY_SIDE) {
      const lines = firstLines(pack, guided.slice(first, first + SIDE_BY_SIDE));
      const heard = thinned(await heardOf(lines, pack));
      for (const { session, cue, atSeconds } of lines) {
        const file = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(
          await encoded(pack, session.id, cue.line),
        );
        const from = Math.round((atSeconds - AROUND_SECONDS) * thin);
        const near = heard.subarray(from, Math.round((atSeconds + cue.seconds + AROUND_SECONDS) * thin));
        const found = findSnippet(near, thinned(file.getChannelData(0)));
        const said = `${session.id}: ${cue.text}`;
        expect(found.coefficient, said).toBeGreaterThanOrEqual(0.9);
        expect(Math.abs((from + found.frame) / thin - atSeconds), said).toBeLessThan(0.03);
      }
    }
  },
);
