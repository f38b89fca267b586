import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NightRequest, NightState } from "../../src/night/night.ts";
import { IDLE, type NightEvent, nightReducer } from "../../src/night/reducer.ts";
import { bedRequest } from "./helper/request.ts";

const request: NightRequest = bedRequest();
const run = (...events: NightEvent[]): NightState => events.reduce(nightReducer, IDLE);
const begin: NightEvent = { kind: "begin", request, deadline: 1000 };
const started: NightEvent = { kind: "started" };

describe("a night goes idle → loading → playing ⇄ paused → fading → ended", () => {
  test("in order", () => {
    expect(run(begin).phase).toBe("loading");
    expect(run(begin, started).phase).toBe("playing");
    expect(run(begin, started, { kind: "pause" }).phase).toBe("paused");
    expect(run(begin, started, { kind: "pause" }, { kind: "resume", fading: false }).phase).toBe("playing");
    expect(run(begin, started, { kind: "fade" }).phase).toBe("fading");
    expect(run(begin, started, { kind: "fade" }, { kind: "end" }).phase).toBe("ended");
  });

  test("a night paused in its fade comes back into its fade", () => {
    const paused = run(begin, started, { kind: "fade" }, { kind: "pause" });
    expect(nightReducer(paused, { kind: "resume", fading: true }).phase).toBe("fading");
  });

  test("a later end in the middle of the fade plays on", () => {
    const state = run(
      begin,
      started,
      { kind: "fade" },
      { kind: "timer", deadline: 5000, timer: { minutes: 15 } },
    );
    expect(state).toMatchObject({ phase: "playing", deadline: 5000, request: { timer: { minutes: 15 } } });
  });

  test("after a full stop nothing comes but the end", () => {
    const stopping = run(begin, started, { kind: "stop" });
    expect(stopping).toMatchObject({ phase: "fading", deadline: null });
    const tapped = nightReducer(stopping, { kind: "timer", deadline: 5000, timer: { minutes: 15 } });
    expect(tapped).toBe(stopping);
    expect(nightReducer(stopping, { kind: "end" })).toMatchObject({ phase: "ended" });
  });

  test("a browser that refuses sound leaves nothing behind but the reason", () => {
    expect(run(begin, { kind: "refused", problem: "audio-refused" })).toEqual({
      ...IDLE,
      problem: "audio-refused",
    });
  });

  test("too much: the guide goes; a second time, grounding; when that is over, gone", () => {
    const gone = run(begin, started, { kind: "too-much" });
    expect(gone.guide).toBe("gone");
    const grounding = nightReducer(gone, { kind: "too-much" });
    expect(grounding.guide).toBe("grounding");
    expect(nightReducer(grounding, { kind: "guide-over" }).guide).toBe("gone");
    expect(nightReducer(grounding, { kind: "too-much" }).guide).toBe("gone");
  });

  test("levels are kept in the request, new layers added", () => {
    const state = run(
      begin,
      started,
      { kind: "level", layer: "rain", gainDb: -6 },
      { kind: "level", layer: "pink", gainDb: -9 },
    );
    expect(state.request?.levels).toEqual([
      { layer: "rain", gainDb: -6 },
      { layer: "pink", gainDb: -9 },
    ]);
  });
});

const anyEvent: fc.Arbitrary<NightEvent> = fc.oneof(
  fc.constant(begin),
  fc.constant(started),
  fc.constant<NightEvent>({ kind: "refused", problem: "audio-refused" }),
  fc.constant<NightEvent>({ kind: "pause" }),
  fc.boolean().map((fading): NightEvent => ({ kind: "resume", fading })),
  fc.constant<NightEvent>({ kind: "fade" }),
  fc.constant<NightEvent>({ kind: "stop" }),
  fc.option(fc.nat(9999)).map((deadline): NightEvent => ({ kind: "timer", deadline, timer: "all-night" })),
  fc.constant<NightEvent>({ kind: "too-much" }),
  fc.constant<NightEvent>({ kind: "guide-over" }),
  fc.constant<NightEvent>({ kind: "end" }),
  fc.constant<NightEvent>({ kind: "problem", problem: "narration-missing" }),
);

test("whatever happens, in any order: a night that sounds has a request, and one that is over has no end ahead", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      let state = IDLE;
      for (const event of events) {
        const next = nightReducer(state, event);
        if (["playing", "paused", "fading", "loading"].includes(next.phase))
          expect(next.request).not.toBeNull();
        if (next.phase === "ended" || next.phase === "idle") expect(next.deadline).toBeNull();
        // Only a press begins a night.
        if (["idle", "ended"].includes(state.phase) && next.phase === "loading")
          expect(event.kind).toBe("begin");
        if (["idle", "ended"].includes(state.phase))
          expect(["idle", "ended", "loading"]).toContain(next.phase);
        state = next;
      }
    }),
  );
});
