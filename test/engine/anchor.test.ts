import { expect, onTestFinished, test, vi } from "vitest";
import { Anchor } from "../../src/night/anchor.ts";

/** So fast goes the element's time: its twelve seconds are over in less than one. */
const HURRY = 16;
const ROUNDS = 5;

test("the lock-screen anchor goes round and round without a pause, which would be taken for pulled headphones", async () => {
  const elements = new Set<HTMLMediaElement>();
  const play = HTMLMediaElement.prototype.play;
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(function (this: HTMLMediaElement) {
    elements.add(this);
    return play.call(this);
  });
  const anchor = new Anchor(() => import("howler"));
  onTestFinished(() => {
    anchor.pause();
    vi.restoreAllMocks();
  });
  let taken = 0;
  anchor.onTaken(() => taken++);
  anchor.start();
  // Howler tries out others first.
  const playing = () => [...elements].find(({ paused, duration }) => !paused && duration > 10);
  await expect.poll(playing).toBeDefined();
  const element = playing();
  if (!element) throw new Error("nothing plays");
  element.playbackRate = HURRY;
  let rounds = 0;
  let before = 0;
  let stood = 0;
  await expect
    .poll(
      () => {
        if (element.currentTime < before) rounds++;
        before = element.currentTime;
        if (element.paused) stood++;
        return rounds;
      },
      { interval: 50 },
    )
    .toBeGreaterThanOrEqual(ROUNDS);
  expect({ taken, stood }).toEqual({ taken: 0, stood: 0 });
  anchor.pause();
  expect(element.paused).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(taken).toBe(0);
});
