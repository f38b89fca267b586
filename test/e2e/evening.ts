import { readFile } from "node:fs/promises";
import { type Browser, chromium, type JSHandle, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findTestChromium } from "../../src/cli/chromium/find.ts";
import type { BusName } from "../../src/engine/buses.ts";
import type { Ears, Side } from "../../src/engine/ears.ts";
import type { Routine } from "../../src/session/routine.ts";
import { inKeep } from "./kept.ts";

/** How long a condition is waited for: no measure of anything, only the end of patience with a busy machine, ms. */
export const PATIENCE_MS = 60_000;

/** A browser as a person has it. @param args more arguments for Chromium; left out, sound may start by itself */
export async function openBrowser(args: readonly string[] = CHROMIUM_ARGS): Promise<Browser> {
  const executablePath = findTestChromium();
  if (!executablePath) throw new Error("e2e: there is no Chromium");
  return chromium.launch({ executablePath, args: [...args] });
}

/**
 * Keeps a routine on the device, as if it had been chosen on another evening, and opens the app with ears.
 * @param routine fields left out stand at their defaults
 * @param buses what the ears hear: each costs the page work
 */
export async function openApp(
  page: Page,
  address: string,
  routine: Partial<Routine> = {},
  buses: readonly BusName[] = ["master"],
): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  // What is asked of the database first is done first: the routine is there before the app looks.
  const keeping = await page.addInitScript(inKeep, { key: "routine", write: { value: routine } });
  await page.goto(`${address}/?ears=${buses.join()}`);
  await keeping.dispose();
  await page.getByRole("button", { name: "Begin" }).waitFor();
  // Everything that the first sound needs has come; a person takes longer to find the button.
  await page.waitForLoadState("networkidle");
}

/** Presses Begin; resolves to the wall clock (performance.now(), ms) of the press. */
export async function pressBegin(page: Page): Promise<number> {
  const pressed = page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        addEventListener("pointerdown", () => resolve(performance.now()), { once: true, capture: true }),
      ),
  );
  await page.getByRole("button", { name: "Begin" }).click();
  return pressed;
}

export interface Recording {
  readonly sampleRate: number;
  /** Night time of the first sample, seconds. */
  readonly fromSeconds: number;
  readonly samples: Float32Array;
}

/** What has passed through a bus of the running app so far, or its last seconds, on one side. */
export async function heard(page: Page, bus: BusName, lastSeconds?: number, side?: Side): Promise<Recording> {
  const recording = await recordingOf(page, bus, lastSeconds, side);
  const place = await recording.evaluate(({ sampleRate, fromSeconds }) => ({ sampleRate, fromSeconds }));
  const samples = await handedOver(page, await recording.getProperty("samples"));
  await recording.dispose();
  return { ...place, samples };
}

/** The same, still in the page. */
function recordingOf(
  page: Page,
  bus: BusName,
  lastSeconds?: number,
  side: Side = "left",
): Promise<JSHandle<Recording>> {
  return page.evaluateHandle(
    ([name, seconds, which]) => {
      const ears = globalThis.luwteEars;
      if (!ears) throw new Error("the app has no ears yet");
      const { firstFrame, samples } = ears.heard(name, seconds, which);
      const { sampleRate } = ears;
      return { sampleRate, fromSeconds: firstFrame / sampleRate - ears.originSeconds(), samples };
    },
    [bus, lastSeconds, side] as const,
  );
}

/** Samples of a page, given as a download: a tenth of the work that it is to have them spelled out in an answer. */
async function handedOver(page: Page, samples: JSHandle<Float32Array>): Promise<Float32Array> {
  const coming = page.waitForEvent("download");
  await samples.evaluate((given) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([given.slice()]));
    link.download = "samples";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  const bytes = await readFile(await (await coming).path());
  await samples.dispose();
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / Float32Array.BYTES_PER_ELEMENT);
}

/** Night time up to which a bus has been heard, seconds. */
export async function heardSeconds(page: Page, bus: BusName): Promise<number> {
  const recording = await recordingOf(page, bus, 0.01);
  const seconds = await recording.evaluate(
    ({ fromSeconds, samples, sampleRate }) => fromSeconds + samples.length / sampleRate,
  );
  await recording.dispose();
  return seconds;
}

/** What has passed through a bus, once it has been heard up to a night time. */
export async function heardUntil(page: Page, bus: BusName, seconds: number): Promise<Recording> {
  await page.waitForFunction(() => globalThis.luwteEars);
  let lacking = seconds;
  while (lacking > 0) {
    await page.waitForTimeout(1000 * lacking + 100);
    lacking = seconds - (await heardSeconds(page, bus));
  }
  return heard(page, bus);
}

/** Asks again until the answer is as wanted, and returns it; fails with the last answer. */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer>,
  wanted: (answer: Answer) => boolean,
  withinMs = PATIENCE_MS,
): Promise<Answer> {
  const giveUp = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (performance.now() > giveUp) throw new Error(`${what}: still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

/** Asks the ears of the running app. */
export function ears<Answer>(page: Page, ask: (ears: Ears) => Answer | Promise<Answer>): Promise<Answer> {
  return page.evaluate(`(${ask.toString()})(globalThis.luwteEars)`) as Promise<Answer>;
}

/** A file of the app, decoded by the browser at the given rate: its first channel. */
export async function decoded(page: Page, url: string, sampleRate: number): Promise<Float32Array> {
  const samples = await page.evaluateHandle(
    async ([address, rate]) => {
      const context = new OfflineAudioContext(1, 1, rate);
      const buffer = await context.decodeAudioData(await (await fetch(address)).arrayBuffer());
      return buffer.getChannelData(0);
    },
    [url, sampleRate] as const,
  );
  return handedOver(page, samples);
}

/** The part of a recording between two night times, seconds. */
export function stretch(
  { samples, sampleRate, fromSeconds }: Recording,
  from: number,
  until: number,
): Float32Array {
  const frame = (seconds: number) => Math.max(0, Math.round((seconds - fromSeconds) * sampleRate));
  return samples.subarray(frame(from), frame(until));
}
