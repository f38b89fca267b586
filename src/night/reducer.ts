import type { NightRequest, NightState, ProblemCode } from "./night.ts";

/** Everything that can happen to a night. */
export type NightEvent =
  | { readonly kind: "begin"; readonly request: NightRequest; readonly deadline: number | null }
  | { readonly kind: "started" }
  | { readonly kind: "refused"; readonly problem: ProblemCode }
  | { readonly kind: "pause" }
  | { readonly kind: "resume"; readonly fading: boolean }
  | { readonly kind: "fade" }
  | { readonly kind: "stop" }
  | { readonly kind: "timer"; readonly deadline: number | null; readonly timer: NightRequest["timer"] }
  | { readonly kind: "level"; readonly layer: string; readonly gainDb: number }
  | { readonly kind: "param"; readonly layer: string; readonly name: string; readonly value: number }
  | { readonly kind: "too-much" }
  | { readonly kind: "guide-over" }
  | { readonly kind: "haptics"; readonly on: boolean }
  | { readonly kind: "guide-level"; readonly gainDb: number }
  | { readonly kind: "request"; readonly request: Partial<NightRequest> }
  | { readonly kind: "end" }
  | { readonly kind: "problem"; readonly problem: ProblemCode | null };

/** Before any night. */
export const IDLE: NightState = {
  phase: "idle",
  request: null,
  deadline: null,
  guide: "planned",
  problem: null,
};

/**
 * idle → loading → playing ⇄ paused → fading → ended, and from any of them onwards as a person or the clock asks. What is
 * stopped while it loads was no night yet: back to idle.
 * Pure; an event that makes no sense in a phase leaves the state as it is (the same object).
 */
export function nightReducer(state: NightState, event: NightEvent): NightState {
  const { phase, stopping } = state;
  if (stopping && event.kind !== "end" && event.kind !== "problem") return state;
  const sounding = phase === "playing" || phase === "fading";
  const begun = sounding || phase === "paused";
  switch (event.kind) {
    case "begin":
      if (begun || phase === "loading") return state;
      return { ...IDLE, phase: "loading", request: event.request, deadline: event.deadline };
    case "started":
      return phase === "loading" ? { ...state, phase: "playing" } : state;
    case "refused":
      return phase === "loading" ? { ...IDLE, problem: event.problem } : state;
    case "pause":
      return sounding ? { ...state, phase: "paused" } : state;
    case "resume":
      return phase === "paused" ? { ...state, phase: event.fading ? "fading" : "playing" } : state;
    case "fade":
      return phase === "playing" ? { ...state, phase: "fading" } : state;
    case "stop":
      if (phase === "loading") return IDLE;
      return begun ? { ...state, phase: "fading", deadline: null, stopping: true } : state;
    case "timer":
      if (!begun || !state.request) return state;
      return {
        ...state,
        phase: phase === "fading" ? "playing" : phase,
        deadline: event.deadline,
        request: { ...state.request, timer: event.timer },
      };
    case "level":
      return begun
        ? withRequest(state, (request) => ({ levels: leveled(request, event.layer, event.gainDb) }))
        : state;
    case "param":
      return withRequest(state, (request) => ({
        levels: set(request, event.layer, event.name, event.value),
      }));
    case "haptics":
      return withRequest(state, () => ({ haptics: event.on }));
    case "guide-level":
      return withRequest(state, () => ({ guideGainDb: event.gainDb }));
    case "request":
      return withRequest(state, () => event.request);
    case "too-much":
      if (!begun) return state;
      return { ...state, guide: state.guide === "gone" ? "grounding" : "gone" };
    case "guide-over":
      return state.guide === "grounding" ? { ...state, guide: "gone" } : state;
    case "end":
      if (!begun && phase !== "loading") return state;
      return { ...IDLE, phase: "ended", request: state.request, problem: state.problem };
    case "problem":
      return state.problem === event.problem ? state : { ...state, problem: event.problem };
  }
}

function withRequest(
  state: NightState,
  change: (request: NightRequest) => Partial<NightRequest>,
): NightState {
  return state.request ? { ...state, request: { ...state.request, ...change(state.request) } } : state;
}

function set(request: NightRequest, layer: string, name: string, value: number): NightRequest["levels"] {
  return request.levels.map((level) =>
    level.layer === layer ? { ...level, params: { ...level.params, [name]: value } } : level,
  );
}

function leveled(request: NightRequest, layer: string, gainDb: number): NightRequest["levels"] {
  const known = request.levels.some((level) => level.layer === layer);
  if (!known) return [...request.levels, { layer, gainDb }];
  return request.levels.map((level) => (level.layer === layer ? { ...level, gainDb } : level));
}
