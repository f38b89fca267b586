import type { LayerInfo } from "../../../src/session/catalogue.ts";
import type { NarrationPack } from "../../../src/session/narration.ts";
import type { Script, SessionDocument } from "../../../src/session/schema.ts";

/** Documents for tests of the screen: one bed and one guided session, small and whole. */
export const RAIN: SessionDocument = {
  version: 2,
  id: "rain-window",
  kind: "bed",
  titles: { nl: "Regen aan het raam", en: "Rain at the window" },
  bed: {
    layers: [
      { layer: "rain", gainDb: 0, params: { surface: 1 } },
      { layer: "brown", gainDb: -14 },
    ],
  },
  ending: { fadeSeconds: 900 },
};

function script(lines: readonly [string, string, string], caution: string): Script {
  return {
    meta: {
      moment: ["evening", "in-bed"],
      need: ["rest"],
      caution: [{ text: caution }],
      author: "Luwte",
      reviewedBy: "not yet reviewed by a clinician",
      usualSeconds: 240,
    },
    parts: lines.map((title, index) => ({
      id: `part-${index}`,
      title,
      optional: false,
      items: [
        { say: { line: `line-${index}`, text: `${title}. De regen mag er zijn.` } },
        { pause: { seconds: 20 } },
        ...(index === 1
          ? [{ breathe: { pattern: [4, 0, 6, 0] as [number, number, number, number], times: 5 } }]
          : []),
      ],
    })),
  };
}

export const WIND_DOWN: SessionDocument = {
  version: 2,
  id: "wind-down",
  kind: "guided",
  titles: { nl: "De dag afronden", en: "Evening wind-down" },
  bed: { layers: [{ layer: "rain", gainDb: -3 }] },
  scripts: {
    nl: script(["Aankomen", "Ademen", "Genoeg voor vandaag"], "Bij een snel hart: eerst de dokter."),
    en: script(["Arriving", "Breathing", "Enough for today"], "With a racing heart: a doctor first."),
  },
  ending: { fadeSeconds: 900 },
};

export const LAYERS: readonly LayerInfo[] = [
  {
    id: "rain",
    family: "nature",
    loudnessLufs: -25,
    params: {
      intensity: { min: 0, max: 1, default: 0.5, unit: "" },
      surface: { min: 0, max: 1, default: 0, unit: "", choices: ["open", "window"] },
    },
    macro: { calm: { intensity: 0.1 }, lively: { intensity: 0.9 } },
    settings: { drizzle: { intensity: 0.15 }, "on-the-window": { intensity: 0.4, surface: 1 } },
  },
  { id: "brown", family: "noise", loudnessLufs: -20, params: {}, macro: { calm: {}, lively: {} } },
  {
    id: "ocean",
    family: "nature",
    loudnessLufs: -22,
    params: { swell: { min: 0, max: 1, default: 0, unit: "", role: "breath" } },
    macro: { calm: {}, lively: {} },
  },
  {
    id: "beats",
    family: "tone",
    loudnessLufs: -20,
    params: { beatHz: { min: 1, max: 30, default: 6, unit: "Hz" } },
    macro: { calm: { beatHz: 3 }, lively: { beatHz: 18 } },
  },
];

export const PACKS: readonly NarrationPack[] = (["nl", "en"] as const).map((language) => ({
  id: `espeak-${language}`,
  language,
  name: "Espeak",
  kind: "synthetic",
  author: "eSpeak NG",
  licence: "MIT",
  sample: "wind-down/line-0",
  lines: { "wind-down/line-0": { seconds: 2.5, url: "/a.mp3" } },
}));

function guided(
  id: string,
  titles: SessionDocument["titles"],
  need: string,
  caution: Script["meta"]["caution"] = [],
): SessionDocument {
  const { nl, en } = WIND_DOWN.scripts ?? {};
  const about = (each: Script): Script => ({
    ...each,
    meta: {
      ...each.meta,
      moment: ["day", "evening", "in-bed", "at-three"],
      need: [need],
      caution: [...caution],
    },
  });
  return {
    ...WIND_DOWN,
    id,
    titles,
    scripts: { ...(nl ? { nl: about(nl) } : {}), ...(en ? { en: about(en) } : {}) },
  };
}

export const ORIENT = guided("orient", { nl: "Hier en nu", en: "Here and now" }, "upset");

/** Not with a psychosis; here and now instead. */
export const WORD_SHUFFLE = guided("word-shuffle", { nl: "Losse woorden", en: "Loose words" }, "head", [
  { code: "psychosis", instead: "orient" },
]);

/** Names a word of one's own. */
export const SAFE_PLACE: SessionDocument = {
  ...guided("safe-place", { nl: "Veilige plek", en: "Safe place" }, "head"),
  scripts: {
    nl: {
      ...script(["Aankomen", "Kijken", "Blijven"], "Neem je tijd."),
      parts: [
        {
          id: "rest",
          title: "Blijven",
          optional: false,
          items: [
            {
              say: {
                line: "line-0",
                text: "Je woord is het jouwe.",
                slotted: "Je woord is {anchor: het jouwe}.",
              },
            },
            { pause: { seconds: 20 } },
          ],
        },
      ],
    },
  },
};
