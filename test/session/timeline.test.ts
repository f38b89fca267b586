import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breathAt, breathSeconds } from "../../src/session/breath.ts";
import type { BreatheCue, Cue, SayCue } from "../../src/session/cue.ts";
import type { Item } from "../../src/session/item.ts";
import type { Part, SessionDocument } from "../../src/session/schema.ts";
import { type TimelineWish, timeline, timelineRange } from "../../src/session/timeline.ts";
import { bedSession, guidedSession } from "./documents.ts";

const say = (text: string): Item => ({ say: { line: text.toLowerCase(), text } });
const pause = (seconds: number): Item => ({ pause: { seconds } });
const breathe = (times: number, pattern: [number, number, number, number] = [4, 0, 6, 0]): Item => ({
  breathe: { pattern, times },
});
const part = (id: string, items: Item[], optional = false): Part => ({ id, title: id, optional, items });

function session(parts: Part[], usualSeconds = 600): SessionDocument {
  return {
    version: 2,
    id: "trial",
    kind: "guided",
    titles: { nl: "Proef", en: "Trial" },
    bed: { layers: [{ layer: "ocean", gainDb: 0 }] },
    scripts: {
      en: {
        meta: {
          moment: ["evening"],
          need: ["tired"],
          caution: [],
          author: "A",
          reviewedBy: "B",
          usualSeconds,
        },
        parts,
      },
    },
    ending: { fadeSeconds: 900 },
  };
}

const plain: TimelineWish = {
  language: "en",
  wantedSeconds: null,
  lineSeconds: () => 3,
  breath: { perMinute: 12 },
};
const says = (cues: readonly Cue[]) => cues.filter((cue): cue is SayCue => cue.kind === "say");
const breathes = (cues: readonly Cue[]) => cues.filter((cue): cue is BreatheCue => cue.kind === "breathe");

const wish = fc.record({
  language: fc.constantFrom("nl" as const, "en" as const),
  wantedSeconds: fc.option(fc.double({ min: 0, max: 4000, noNaN: true })),
  lineSeconds: fc.constantFrom(
    (_: string, text: string) => text.length / 10 + 0.5,
    () => 2,
  ),
  breath: fc.option(fc.record({ perMinute: fc.double({ min: 4, max: 24, noNaN: true }) })),
  answers: fc.constantFrom({}, { place: "forest" }, { place: "fire" }, { place: "moon", other: "sea" }),
  seed: fc.integer(),
});
const some = { numRuns: 60 };

describe("timeline of any session", () => {
  it("is sorted, and nothing said overlaps another sentence or a guided breath", () => {
    fc.assert(
      fc.property(guidedSession, wish, (document, wanted) => {
        const { cues, seconds } = timeline(document, wanted);
        let before = 0;
        let soundingUntil = 0;
        for (const cue of cues) {
          expect(cue.atSeconds).toBeGreaterThanOrEqual(before);
          before = cue.atSeconds;
          if (cue.kind === "scene" || cue.kind === "pulse") continue;
          expect(cue.atSeconds).toBeGreaterThanOrEqual(soundingUntil - 1e-6);
          soundingUntil = cue.atSeconds + cue.seconds;
          expect(soundingUntil).toBeLessThanOrEqual(seconds + 1e-6);
        }
      }),
      some,
    );
  });

  it("says every sentence of the parts that it plays, whole, in order and for its own length", () => {
    fc.assert(
      fc.property(guidedSession, wish, (document, wanted) => {
        const laid = timeline(document, wanted);
        const script = document.scripts?.[laid.language];
        const played = new Set(laid.parts.map(({ id }) => id));
        const written = (script?.parts ?? [])
          .filter(({ id }) => played.has(id))
          .flatMap(({ items }) =>
            items.flatMap((item) => {
              if ("say" in item) return [{ line: item.say.line, text: item.say.text }];
              return "count" in item ? item.count.lines : [];
            }),
          );
        const distinct = new Set(script?.parts.map(({ id }) => id)).size === script?.parts.length;
        fc.pre(distinct);
        const sentences = says(laid.cues).filter(({ line }) => !line.startsWith("word-"));
        expect(sentences.map(({ line, text }) => ({ line, text }))).toEqual(written);
        for (const cue of says(laid.cues)) {
          expect(cue.seconds).toBe(wanted.lineSeconds(cue.line, cue.text));
          expect(cue.atSeconds).toBeGreaterThanOrEqual(10);
        }
      }),
      some,
    );
  });

  it("is as long as wished within what the script can be, and as near as that allows outside", () => {
    fc.assert(
      fc.property(guidedSession, wish, (document, wanted) => {
        const range = timelineRange(document, wanted);
        if (!range) throw new Error("a guided session has a range");
        const { seconds, cues, parts } = timeline(document, wanted);
        // Where every part belongs to another answer, nothing is played.
        fc.pre(parts.length > 0);
        const asked = wanted.wantedSeconds ?? range.usual;
        expect(seconds).toBeCloseTo(Math.min(range.longest, Math.max(range.shortest, asked)), 6);
        const last = cues.at(-1);
        if (last && last.kind !== "scene" && last.kind !== "pulse")
          expect(last.atSeconds + last.seconds).toBeLessThan(seconds + 1e-6);
        const end = parts.at(-1);
        expect(end && end.atSeconds + end.seconds).toBeCloseTo(seconds, 6);
      }),
      some,
    );
  });

  it("begins every guided breath with a breath of the one clock", () => {
    fc.assert(
      fc.property(guidedSession, wish, (document, wanted) => {
        const { cues, breathing } = timeline(document, wanted);
        const guided = breathes(cues);
        expect(breathing === null).toBe(guided.length === 0);
        if (!breathing) return;
        expect(breathing[0]?.atSeconds).toBe(guided[0]?.atSeconds);
        for (const cue of guided) {
          expect(cue.breaths[0]?.atSeconds).toBeCloseTo(cue.atSeconds, 4);
          for (const breath of cue.breaths) {
            const onClock = breathAt(breathing, breath.atSeconds + 1e-4);
            expect(onClock?.atSeconds).toBeCloseTo(breath.atSeconds, 4);
            expect(onClock && breathSeconds(onClock)).toBeCloseTo(breathSeconds(breath), 6);
          }
        }
      }),
      some,
    );
  });

  it("is the same every time", () => {
    fc.assert(
      fc.property(guidedSession, wish, (document, wanted) => {
        expect(timeline(document, wanted)).toEqual(timeline(document, wanted));
      }),
      { numRuns: 20 },
    );
  });
});

describe("timeline", () => {
  it("waits ten seconds before the first word, longer where asked", () => {
    const trial = session([part("a", [say("One."), pause(5)])]);
    expect(says(timeline(trial, plain).cues)[0]?.atSeconds).toBe(10);
    expect(says(timeline(trial, { ...plain, leadSeconds: 50 }).cues)[0]?.atSeconds).toBe(50);
  });

  it("stretches pauses one rests in more than pauses within a paragraph", () => {
    const trial = session([
      part("a", [say("One."), pause(2), say("Two."), pause(10), say("Three."), pause(5)]),
    ]);
    const [one, two, three] = says(timeline(trial, { ...plain, wantedSeconds: 10_000 }).cues);
    if (!one || !two || !three) throw new Error("three sentences are said");
    expect(two.atSeconds - one.atSeconds - 3).toBeCloseTo(4.4, 6);
    expect(three.atSeconds - two.atSeconds - 3).toBeCloseTo(40, 6);
  });

  it("leaves a pause exactly as long as it must be, whatever the length", () => {
    const exact: Item = { pause: { seconds: 5, exact: true } };
    const trial = session([part("a", [say("One."), exact, say("Two."), pause(10), say("Three."), pause(5)])]);
    for (const wantedSeconds of [30, 10_000]) {
      const [one, two, three] = says(timeline(trial, { ...plain, wantedSeconds }).cues);
      if (!one || !two || !three) throw new Error("three sentences are said");
      expect(two.atSeconds - one.atSeconds - 3).toBeCloseTo(5, 9);
      expect(three.atSeconds - two.atSeconds - 3).not.toBeCloseTo(10, 1);
    }
  });

  it("leaves optional parts out, the last first, before it shrinks a pause", () => {
    const trial = session([
      part("a", [say("One."), pause(20)]),
      part("b", [say("Two."), pause(20)], true),
      part("c", [say("Three."), pause(20)], true),
      part("d", [say("Four."), pause(20)]),
    ]);
    const played = (wantedSeconds: number) =>
      timeline(trial, { ...plain, wantedSeconds })
        .parts.map(({ id }) => id)
        .join("");
    expect(played(110)).toBe("abcd");
    expect(played(90)).toBe("abd");
    expect(played(60)).toBe("ad");
    expect(played(40)).toBe("ad");
  });

  it("begins at the own pace, and lets later guided breaths wait for the breath that is going on", () => {
    const trial = session([part("a", [breathe(2), pause(7), breathe(3), say("One."), pause(5)])]);
    const { cues, breathing } = timeline(trial, { ...plain, wantedSeconds: 70 });
    const [first, second] = breathes(cues);
    expect(first?.atSeconds).toBe(10);
    expect(first?.breaths.map(breathSeconds)[0]).toBeCloseTo(5, 9);
    const starts = breathing?.map(({ atSeconds }) => atSeconds) ?? [];
    expect(starts.some((atSeconds) => Math.abs(atSeconds - (second?.atSeconds ?? 0)) < 1e-6)).toBe(true);
  });

  it("keeps the pace where the pattern changes, and follows the person's pattern where there is one", () => {
    const trial = session([part("a", [breathe(4), pause(4), breathe(4, [4, 2, 6, 0]), pause(5)])]);
    const [first, second] = breathes(timeline(trial, plain).cues);
    const [before, after] = [first?.breaths.at(-1), second?.breaths[0]];
    if (!before || !after) throw new Error("two stretches of breathing are laid out");
    expect(after.holdSeconds / after.inSeconds).toBeCloseTo(0.5, 9);
    expect(60 / breathSeconds(before) - 60 / breathSeconds(after)).toBeLessThan(0.2);
    const own = timeline(trial, { ...plain, breath: { perMinute: 12, pattern: [5, 0, 5, 0] } });
    for (const cue of breathes(own.cues)) {
      for (const breath of cue.breaths) expect(breath.inSeconds).toBeCloseTo(breath.outSeconds, 9);
    }
  });

  it("is quiet where breathing is written and nobody wants a breath to follow", () => {
    const trial = session([part("a", [say("One."), breathe(4), say("Two."), pause(3)])], 60);
    const { cues, breathing } = timeline(trial, { ...plain, breath: null });
    expect(breathing).toBeNull();
    expect(cues.map(({ kind }) => kind)).toEqual(["say", "say"]);
  });

  it("places scenes and bells", () => {
    const trial = session([
      part("a", [
        { scene: { layer: "ocean", gainDb: -3, overSeconds: 30 } },
        { bell: {} },
        say("One."),
        pause(3),
      ]),
    ]);
    const [scene, bell, one] = timeline(trial, plain).cues;
    expect(scene).toEqual({ kind: "scene", layer: "ocean", gainDb: -3, atSeconds: 10, seconds: 30 });
    expect(bell).toMatchObject({ kind: "bell", atSeconds: 10 });
    expect(one?.atSeconds).toBe(14);
  });

  it("plays one part alone where asked, at its own length", () => {
    const trial = session([part("day", [say("One."), pause(60)]), part("dark", [say("Two."), pause(8)])]);
    const { parts, seconds } = timeline(trial, { ...plain, only: ["dark"], leadSeconds: 2 });
    expect(parts).toEqual([{ id: "dark", title: "dark", atSeconds: 2, seconds: 11 }]);
    expect(seconds).toBe(13);
  });

  it("estimates lines that no recording measures at about 100 words a minute", () => {
    const text = "Ten words take about six seconds when one speaks calmly.";
    const trial = session([part("a", [say(text), pause(5)])]);
    for (const lineSeconds of [() => Number.NaN, () => 0, () => Number.POSITIVE_INFINITY]) {
      expect(says(timeline(trial, { ...plain, lineSeconds }).cues)[0]?.seconds).toBe(6);
    }
  });

  it("speaks the language the session has where it lacks the wanted one, and says so", () => {
    const trial = session([part("a", [say("One."), pause(5)])]);
    expect(timeline(trial, { ...plain, language: "nl" }).language).toBe("en");
  });

  it("of a bed says nothing, and breathes where a breath is wanted", () => {
    fc.assert(
      fc.property(bedSession, (bed) => {
        const still = timeline(bed, { ...plain, breath: null });
        expect(still).toMatchObject({ seconds: 0, cues: [], parts: [], breathing: null });
        const breathing = timeline(bed, plain).breathing;
        expect(breathing?.[0]).toMatchObject({ atSeconds: 10, inSeconds: 2, outSeconds: 3 });
        expect(timelineRange(bed, plain)).toBeNull();
      }),
      { numRuns: 5 },
    );
  });
});
