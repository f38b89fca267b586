import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findTestChromium } from "../../src/cli/chromium/find.ts";
import type { BusName } from "../../src/engine/buses.ts";
import type { Ears, Side } from "../../src/engine/ears.ts";
import type { Routine } from "../../src/session/routine.ts";
import { writeKept } from "./kept.ts";

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
 */
export async function openApp(page: Page, address: string, routine: Partial<Routine> = {}): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  // A page of the same origin that is not the app: the routine is there before the app first looks.
  await page.goto(`${address}/icon.svg`, { waitUntil: "commit" });
  await writeKept(page, "routine", routine);
  await page.goto(`${address}/?ears`);
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

/** What has passed through a bus of the running app so far, or its last seconds, on one side: each second takes its time to come over. */
export async function heard(
  page: Page,
  bus: BusName,
  lastSeconds?: number,
  side: Side = "left",
): Promise<Recording> {
  const { firstFrame, samples, sampleRate, origin } = await page.evaluate(
    async ([name, seconds, which]) => {
      const ears = globalThis.luwteEars;
      if (!ears) throw new Error("the app has no ears yet");
      return {
        ...(await ears.heard(name, seconds, which)),
        sampleRate: ears.sampleRate,
        origin: ears.originSeconds(),
      };
    },
    [bus, lastSeconds, side] as const,
  );
  return { sampleRate, fromSeconds: firstFrame / sampleRate - origin, samples: decodedSamples(samples) };
}

/** Night time up to which a bus has been heard, seconds. */
export async function heardSeconds(page: Page, bus: BusName): Promise<number> {
  const { fromSeconds, samples, sampleRate } = await heard(page, bus, 0.01);
  return fromSeconds + samples.length / sampleRate;
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
  const text = await page.evaluate(
    async ([address, rate]) => {
      const context = new OfflineAudioContext(1, 1, rate);
      const buffer = await context.decodeAudioData(await (await fetch(address)).arrayBuffer());
      const bytes = new Uint8Array(buffer.getChannelData(0).slice().buffer);
      let binary = "";
      for (let at = 0; at < bytes.length; at += 8192) {
        binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
      }
      return btoa(binary);
    },
    [url, sampleRate] as const,
  );
  return decodedSamples(text);
}

function decodedSamples(base64: string): Float32Array {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  return new Float32Array(bytes.buffer);
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
