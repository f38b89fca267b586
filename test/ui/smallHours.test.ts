import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { BEDTIME_MS } from "./helper/deps.ts";
import { openScreen } from "./helper/screen.ts";

/** Ten past three in the night after. */
const AT_THREE_MS = BEDTIME_MS + 3.5 * 3_600_000;

it("at three, one press begins the sound alone: no words, softer, half an hour", async () => {
  const { player } = await openScreen({
    now: () => AT_THREE_MS,
    routine: { narrator: { kind: "captions" }, ceilingLufs: -40 },
  });
  await page.getByRole("button", { name: "Weer wakker" }).click();
  await expect.poll(() => player.called("begin")).toHaveLength(1);
  expect(player.called("begin")[0]?.[0]).toMatchObject({
    atThree: true,
    narrator: { kind: "none" },
    timer: { minutes: 30 },
    ceilingLufs: -40,
  });
});

it("in the evening nothing on the screen speaks of it", async () => {
  await openScreen();
  await expect.element(page.getByRole("button", { name: "Weer wakker" })).not.toBeInTheDocument();
});

it("how the night ends is chosen with the timer, and goes with the next night", async () => {
  const { saved, player } = await openScreen();
  await page.getByRole("button", { name: "Timer" }).click();
  await page.getByRole("slider", { name: "Zo lang zakt het weg" }).fill("30");
  await page.getByText("Een fluistering van het geluid").click();
  await page.getByRole("switch", { name: "Zachtjes wakker worden" }).click();
  await page.getByRole("slider", { name: "Hoe laat" }).fill("450");
  const night = { fadeMinutes: 30, afterwards: "whisper", wakeMinutes: 450, awakeMinutes: 15 };
  expect(saved.at(-1)?.night).toEqual(night);
  await page.getByRole("button", { name: "Sluit" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect.poll(() => player.called("begin")).toHaveLength(1);
  expect(player.called("begin")[0]?.[0]).toMatchObject({
    fadeSeconds: 1800,
    afterwards: "whisper",
    wakeAt: new Date(2026, 10, 25, 7, 30).getTime(),
  });
});

it("by day the loudest that the night may be is heard, set and kept", async () => {
  const { app, saved, player } = await openScreen();
  app.sheets.push({ kind: "ceiling" });
  await page.getByRole("button", { name: "Luister" }).click();
  await expect.poll(() => player.called("begin")).toHaveLength(1);
  expect(player.called("begin")[0]?.[0]).toMatchObject({ ceilingLufs: -30, narrator: { kind: "none" } });
  await page.getByRole("slider", { name: "Hoogstens zo luid" }).fill("-36");
  expect(player.called("setCeiling")).toEqual([[-36]]);
  await page.getByRole("button", { name: "Bewaar" }).click();
  expect(saved.at(-1)?.ceilingLufs).toBe(-36);
  await expect.poll(() => player.called("stop")).toHaveLength(1);
});
