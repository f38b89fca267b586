import { expect, it } from "vitest";
import { recordingOf } from "../../src/session/recording-of.ts";
import { PACKS } from "../ui/helper/sessions.ts";

const [pack] = PACKS;
if (!pack) throw new Error("this test needs a pack");
const recording = { seconds: 2, url: "/rain.mp3" };
const spoken = { ...pack, lines: { "safe-place/0badf00d": recording } };

it("a shared sentence is spoken by whichever session has it, a session of ours by its own alone", () => {
  expect(recordingOf(spoken, "safe-place", "0badf00d")).toBe(recording);
  expect(recordingOf(spoken, "shared-0011", "0badf00d")).toBe(recording);
  expect(recordingOf(spoken, "shared-0011", "badf00d")).toBeUndefined();
  expect(recordingOf(spoken, "wind-down", "0badf00d")).toBeUndefined();
});
