import type { Begun } from "../engine/engine-options.ts";
import type { ProblemCode } from "./night.ts";

/** Why a night did not begin, for people. @param begun null where the engine itself failed */
export function refusal(begun: Exclude<Begun, "sounds" | "called-off"> | null): ProblemCode {
  if (begun === null) return "audio-unsupported";
  return begun === "refused" ? "audio-refused" : begun;
}
