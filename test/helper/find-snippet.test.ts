import { expect, it } from "vitest";
import { findSnippet } from "./find-snippet.ts";
import { mix, reddened, whiteNoise } from "./signals.ts";

const RATE = 16000;
const recording = reddened(whiteNoise(40, RATE, 1), 0.9);
const snippet = reddened(whiteNoise(2, RATE, 2), 0.9);

function placed(frame: number, gain: number): Float32Array {
  const at = new Float32Array(recording.length);
  at.set(
    snippet.map((sample) => gain * sample),
    frame,
  );
  return at;
}

it("finds a snippet at its frame at any level, with coefficient 1", () => {
  const found = findSnippet(placed(412_345, 0.05), snippet);
  expect(found.frame).toBe(412_345);
  expect(found.coefficient).toBeCloseTo(1, 5);
});

it("finds it under a bed of equal level, with the coefficient that follows", () => {
  const found = findSnippet(mix(recording, placed(277_777, 1)), snippet);
  expect(found.frame).toBe(277_777);
  expect(found.coefficient).toBeCloseTo(Math.SQRT1_2, 1);
});

it("finds it at the very beginning and end, and only where it may look", () => {
  const last = recording.length - snippet.length;
  expect(findSnippet(placed(0, 1), snippet).frame).toBe(0);
  expect(findSnippet(placed(last, 1), snippet).frame).toBe(last);
  expect(findSnippet(placed(300_000, 1), snippet, 400_000).coefficient).toBeLessThan(0.9);
  expect(findSnippet(placed(300_000, 1), snippet, 200_000, 400_000).frame).toBe(300_000);
});

it("reads a recording without it as low, and one of silence as nothing", () => {
  expect(findSnippet(recording, snippet).coefficient).toBeLessThan(0.2);
  expect(findSnippet(new Float32Array(RATE * 10), snippet).coefficient).toBeLessThan(1e-6);
});
