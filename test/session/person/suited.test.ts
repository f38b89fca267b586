import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layersOf } from "../../../src/session/layers-of.ts";
import { parseSession } from "../../../src/session/parse.ts";
import { CAUTION_CODES } from "../../../src/session/person/caution.ts";
import {
  endsInSilence,
  isRefused,
  movesLight,
  suitedMix,
  suitedSession,
} from "../../../src/session/person/suited.ts";
import { SESSION_VERSION } from "../../../src/session/schema.ts";
import { timeline } from "../../../src/session/timeline.ts";

const NOTHING = { cautions: [], never: [] } as const;

function session() {
  const parsed = parseSession({
    version: SESSION_VERSION,
    id: "test",
    kind: "guided",
    titles: { nl: "Proef", en: "Test" },
    bed: { layers: [{ layer: "rain", gainDb: 0 }] },
    scripts: {
      nl: {
        meta: {
          moment: ["evening"],
          need: ["body"],
          caution: [],
          author: "Luwte",
          reviewedBy: "nobody yet",
          usualSeconds: 120,
        },
        parts: [
          {
            id: "only",
            title: "Alleen",
            optional: false,
            items: [{ scene: { layer: "fire", gainDb: 0, overSeconds: 5 } }],
          },
          {
            id: "rest",
            title: "Rust",
            optional: false,
            items: [
              { say: { line: "abc", text: "De adem mag komen." } },
              { bell: {} },
              { scene: { layer: "drone", gainDb: -6, overSeconds: 10 } },
              { breathe: { pattern: [4, 4, 4, 4], times: 3 } },
              { breathe: { pattern: [3, 0, 5, 0], times: 3 } },
            ],
          },
        ],
      },
    },
    ending: { fadeSeconds: 300 },
  });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ pointer }) => pointer).join());
  return parsed.session;
}

describe("a mix", () => {
  const mix = [
    { layer: "rain", gainDb: 0 },
    { layer: "beats", gainDb: -10 },
    { layer: "drone", gainDb: -10 },
  ];
  it("loses its pulsed beats with epilepsy, and all that is tonal with tinnitus", () => {
    expect(suitedMix(mix, { cautions: ["epilepsy"], never: [] }).map(({ layer }) => layer)).toEqual([
      "rain",
      "drone",
    ]);
    expect(suitedMix(mix, { cautions: ["tinnitus"], never: [] }).map(({ layer }) => layer)).toEqual(["rain"]);
  });

  it("loses what may never be heard again; of nothing comes another broad sound", () => {
    expect(suitedMix(mix, { cautions: [], never: ["rain"] })).toEqual(mix.slice(1));
    expect(suitedMix(mix.slice(0, 1), { cautions: [], never: ["rain"] })).toEqual([
      { layer: "brown", gainDb: 0 },
    ]);
    expect(suitedMix(mix.slice(0, 1), { cautions: [], never: ["rain", "brown"] })).toEqual([
      { layer: "pink", gainDb: 0 },
    ]);
  });

  it("never has a refused layer, whatever is refused", () => {
    const layer = fc.constantFrom("rain", "beats", "drone", "brown", "pink", "ocean", "bell", "fire");
    fc.assert(
      fc.property(
        fc.array(fc.record({ layer, gainDb: fc.constant(0) }), { minLength: 1, maxLength: 6 }),
        fc.subarray([...CAUTION_CODES]),
        fc.array(layer),
        (levels, cautions, never) => {
          const suiting = { cautions, never };
          const suited = suitedMix(levels, suiting);
          expect(suited.length).toBeGreaterThan(0);
          expect(suited.filter((each) => isRefused(each.layer, suiting))).toEqual([]);
        },
      ),
    );
  });
});

describe("a session", () => {
  it("is the same document where nothing is marked", () => {
    const document = session();
    expect(suitedSession(document, NOTHING)).toBe(document);
  });

  it("leaves out the scenes of what may never be heard again, and stays a whole document", () => {
    const suited = suitedSession(session(), { cautions: [], never: ["fire"] });
    expect(layersOf(suited)).toEqual(["rain", "drone"]);
    expect(parseSession(suited).ok).toBe(true);
  });

  it("has no bell and no tonal scene with tinnitus, and lasts as long", () => {
    const wish = { language: "nl", wantedSeconds: 120, breath: null } as const;
    const suited = suitedSession(session(), { cautions: ["tinnitus"], never: [] });
    expect(layersOf(suited)).toEqual(["rain", "fire"]);
    expect(timeline(suited, wish).cues.map(({ kind }) => kind)).not.toContain("bell");
    expect(timeline(suited, wish).seconds).toBe(timeline(session(), wish).seconds);
  });

  it.each(["breath-hold", "pregnancy"] as const)(
    "holds no breath with %s: four in, six out instead",
    (caution) => {
      const suited = suitedSession(session(), { cautions: [caution], never: [] });
      const patterns = suited.scripts?.nl?.parts.flatMap((part) =>
        part.items.flatMap((item) => ("breathe" in item ? [item.breathe.pattern] : [])),
      );
      expect(patterns).toEqual([
        [4, 0, 6, 0],
        [3, 0, 5, 0],
      ]);
    },
  );
});

it("with tinnitus nothing ends in silence, with epilepsy the light stands still", () => {
  expect([endsInSilence(NOTHING), movesLight(NOTHING)]).toEqual([true, true]);
  expect(endsInSilence({ cautions: ["tinnitus"], never: [] })).toBe(false);
  expect(movesLight({ cautions: ["epilepsy"], never: [] })).toBe(false);
});
