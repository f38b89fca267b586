import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { nightDrawn, openScreen } from "./helper/screen.ts";
import { RAIN, WIND_DOWN } from "./helper/sessions.ts";

beforeEach(() => page.viewport(390, 844));

describe("the first minute", () => {
  it("is one button, with what it plays and when it is silent", async () => {
    await openScreen();
    await expect
      .element(page.getByRole("button", { name: "Begin" }))
      .toHaveAccessibleDescription("Regen aan het raam · tot 00:25");
    expect(document.documentElement.lang).toBe("nl");
  });

  it("begins at the press, with captions where nobody chose a guide", async () => {
    const { player } = await openScreen();
    await page.getByRole("button", { name: "Begin" }).click();
    expect(player.called("begin")).toEqual([
      [
        {
          session: RAIN,
          language: "nl",
          narrator: { kind: "captions" },
          wantedSeconds: null,
          timer: { minutes: 45 },
          levels: RAIN.bed.layers,
          breath: { perMinute: 12, pattern: [4, 0, 6, 0] },
          haptics: false,
          guideGainDb: 0,
        },
      ],
    ]);
  });

  it("shows three words from 2 to 15 s, that may be left alone", async () => {
    const { player } = await openScreen();
    await page.getByRole("button", { name: "Begin" }).click();
    const words = page.getByRole("group", { name: "Hoe is het nu?" });
    for (const [seconds, there] of [
      [1.9, 0],
      [2, 1],
      [14.9, 1],
      [15, 0],
    ] as const) {
      player.seconds = seconds;
      await nightDrawn();
      expect(words.elements(), `at ${seconds} s`).toHaveLength(there);
    }
  });

  it("hears one of the words once, and then is dark", async () => {
    const { player } = await openScreen();
    await page.getByRole("button", { name: "Begin" }).click();
    player.seconds = 4;
    await page.getByRole("button", { name: "Lijf onrustig" }).click();
    expect(player.called("checkIn")).toEqual([["body"]]);
    await nightDrawn();
    expect(page.getByRole("group", { name: "Hoe is het nu?" }).elements()).toHaveLength(0);
    expect(player.called("stillAwake")).toEqual([]);
  });

  it("asks nothing in a guided session, which has its own opening", async () => {
    const { player } = await openScreen({
      routine: { session: "wind-down", narrator: { kind: "captions" } },
    });
    await page.getByRole("button", { name: "Begin" }).click();
    player.seconds = 4;
    await nightDrawn();
    expect(page.getByRole("group", { name: "Hoe is het nu?" }).elements()).toHaveLength(0);
  });

  it("shows what is said for as long as it is said", async () => {
    const { player } = await openScreen();
    await page.getByRole("button", { name: "Begin" }).click();
    player.seconds = 30;
    player.say("Leg je telefoon maar weg.", 4);
    await expect.element(page.getByText("Leg je telefoon maar weg.")).toHaveAttribute("aria-live", "polite");
    player.seconds = 35.9;
    await nightDrawn();
    expect(document.querySelector(".caption")?.textContent).toBe("Leg je telefoon maar weg.");
    player.seconds = 36.1;
    await nightDrawn();
    expect(document.querySelector(".caption")?.textContent).toBe("");
  });

  it("does not read spoken words aloud a second time", async () => {
    const narrator = { kind: "pack", id: "espeak-nl" } as const;
    const { player } = await openScreen({ routine: { narrator } });
    await page.getByRole("button", { name: "Begin" }).click();
    player.say("Het is laat.");
    await expect.element(page.getByText("Het is laat.")).toHaveAttribute("aria-live", "off");
  });

  it("shows no clock once it has begun", async () => {
    const { player } = await openScreen();
    await page.getByRole("button", { name: "Begin" }).click();
    player.seconds = 50;
    await nightDrawn();
    expect(document.body.textContent).not.toMatch(/\d\d:\d\d/);
    await page.getByRole("button", { name: "Bediening" }).click();
    await expect.element(page.getByRole("button", { name: "Stop" })).toBeVisible();
    expect(document.body.textContent).not.toMatch(/\d\d:\d\d/);
  });

  it("breathes with the player, and is dark where nothing breathes", async () => {
    const { player } = await openScreen();
    await page.getByRole("button", { name: "Begin" }).click();
    const light = async (level: number | null) => {
      player.breath = level;
      await nightDrawn();
      return Number(getComputedStyle(document.querySelector(".orb") as Element).opacity);
    };
    expect(await light(null)).toBe(0);
    const empty = await light(0);
    expect(empty).toBeGreaterThan(0);
    expect(await light(1)).toBeGreaterThan(empty);
  });

  it("names the breath while the player does and nobody speaks, then is dark", async () => {
    const { player } = await openScreen();
    await page.getByRole("button", { name: "Begin" }).click();
    const word = () => document.querySelector(".breath-word")?.textContent ?? null;
    const named = async (phase: typeof player.phase) => {
      player.phase = phase;
      await nightDrawn();
      return word();
    };
    expect(await named(null)).toBeNull();
    expect(await named("in")).toBe("in");
    expect(await named("hold")).toBe("rust");
    expect(await named("out")).toBe("uit");
    player.seconds = 60;
    player.say("De adem mag komen.", 3);
    await nightDrawn();
    expect(word()).toBeNull();
    player.seconds = 65.1;
    await nightDrawn();
    expect(word()).toBe("uit");
    player.pause();
    await nightDrawn();
    expect(word()).toBeNull();
    player.resume();
    expect(await named(null)).toBeNull();
  });

  it("names no breath for who wants no words", async () => {
    const { player } = await openScreen({ routine: { narrator: { kind: "none" } } });
    await page.getByRole("button", { name: "Begin" }).click();
    player.phase = "in";
    player.breath = 0.5;
    await expect
      .poll(() => Number(getComputedStyle(document.querySelector(".orb") as Element).opacity))
      .toBeGreaterThan(0);
    expect(document.querySelector(".breath-word")).toBeNull();
  });
});

it("lets a guide be chosen by hearing, the first time a guided session starts", async () => {
  const { player, saved } = await openScreen({ routine: { session: "wind-down" } });
  await page.getByRole("button", { name: "Begin" }).click();
  const begin = page.getByRole("dialog").getByRole("button", { name: "Begin" });
  await expect.element(begin).toBeDisabled();
  await expect.element(page.getByText("een stem uit de computer")).toBeVisible();
  await page.getByRole("button", { name: "Luister naar Espeak" }).click();
  expect(player.called("playSample")).toEqual([[{ kind: "pack", id: "espeak-nl" }]]);
  await page.getByRole("radio", { name: /Espeak/ }).click();
  await begin.click();
  expect(player.called("begin")).toMatchObject([
    [{ session: WIND_DOWN, narrator: { kind: "pack", id: "espeak-nl" } }],
  ]);
  expect(saved.at(-1)?.narrator).toEqual({ kind: "pack", id: "espeak-nl" });
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
});

it("says so where a narrator cannot be heard", async () => {
  const { player } = await openScreen();
  player.sampleFails = true;
  await page.getByRole("button", { name: "Gids" }).click();
  await page.getByRole("button", { name: "Luister naar Espeak" }).click();
  await expect.element(page.getByText("Deze stem is hier nu niet te horen.")).toBeVisible();
});

it("changes its language, and remembers it", async () => {
  const { saved } = await openScreen();
  await userEvent.click(page.getByRole("button", { name: "English" }));
  await expect.element(page.getByText("Rain at the window · until 00:25")).toBeVisible();
  expect(document.documentElement.lang).toBe("en");
  expect(saved.at(-1)?.language).toBe("en");
});
