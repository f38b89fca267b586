import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { openScreen } from "./helper/screen.ts";

beforeEach(() => page.viewport(390, 844));

it("shows a session before it starts: its parts in order, how long, and when it is silent", async () => {
  const { player, saved } = await openScreen();
  await page.getByRole("button", { name: "Geluid" }).click();
  await page.getByRole("button", { name: /De dag afronden/ }).click();
  await expect.element(page.getByText("stil om 00:25")).toBeVisible();
  const parts = [...document.querySelectorAll(".parts li span:first-child")].map((part) => part.textContent);
  expect(parts).toEqual([
    "Aankomen",
    "Ademen",
    "Genoeg voor vandaag",
    "Alleen het geluid",
    "Zachter, tot het stil is",
  ]);
  expect(document.querySelectorAll(".picture-voice")).toHaveLength(3);
  await page.getByRole("button", { name: "Kies" }).click();
  expect(saved.at(-1)?.session).toBe("wind-down");
  expect(player.called("begin")).toEqual([]);
  await expect.element(page.getByText("De dag afronden · tot 00:25")).toBeVisible();
});

it("tells what to be careful about when it is asked", async () => {
  await openScreen();
  await page.getByRole("button", { name: "Geluid" }).click();
  await page.getByRole("button", { name: /De dag afronden/ }).click();
  const caution = page.getByText("Bij een snel hart: eerst de dokter.");
  await expect.element(caution).not.toBeVisible();
  await page.getByText("Past dit bij mij?").click();
  await expect.element(caution).toBeVisible();
});

it("lets the guide be longer or shorter, and draws it so", async () => {
  const { saved } = await openScreen();
  await page.getByRole("button", { name: "Geluid" }).click();
  await page.getByRole("button", { name: /De dag afronden/ }).click();
  const length = page.getByRole("slider", { name: "Lengte van de gids" });
  const shortest = length.element().getAttribute("min") ?? "";
  await length.fill(shortest);
  expect(saved.at(-1)?.wantedSeconds).toEqual({ "wind-down": Number(shortest) });
  await expect.element(length).toHaveValue(shortest);
});

it("shows the timer as the time at which it is silent, from 5 minutes to all night", async () => {
  const { saved } = await openScreen();
  await page.getByRole("button", { name: "Timer" }).click();
  const slider = page.getByRole("slider", { name: "Tijd tot het stil is" });
  for (const [place, words] of [
    ["0", "tot 23:45"],
    ["19", "tot 09:40"],
    ["20", "de hele nacht"],
  ] as const) {
    await slider.fill(place);
    await expect.element(page.getByRole("dialog").getByText(words, { exact: true }).first()).toBeVisible();
  }
  expect(saved.map(({ timer }) => timer)).toEqual([{ minutes: 5 }, { minutes: 600 }, "all-night"]);
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByText("Regen aan het raam · de hele nacht")).toBeVisible();
});

describe("the mix", () => {
  async function openLevels() {
    const screen = await openScreen();
    await page.getByRole("button", { name: "Geluid" }).click();
    await page.getByRole("button", { name: /Regen aan het raam/ }).click();
    await page.getByRole("button", { name: "Volume per laag" }).click();
    await expect.element(page.getByRole("slider", { name: "Regen" })).toBeVisible();
    return screen;
  }

  it("turns a layer off at the bottom, and says so", async () => {
    const { saved, player } = await openLevels();
    await page.getByRole("slider", { name: "Regen" }).fill("-40");
    expect(saved.at(-1)?.levels["rain-window"]?.[0]).toMatchObject({ layer: "rain", gainDb: -60 });
    await expect
      .element(page.getByRole("slider", { name: "Regen" }))
      .toHaveAttribute("aria-valuetext", "uit");
    expect(player.called("setLevel")).toEqual([]);
  });

  it("sets what a layer has to choose, by its name", async () => {
    const { saved } = await openLevels();
    await page.getByText("Fijner instellen").first().click();
    await expect.element(page.getByRole("radio", { name: "tegen het raam" })).toBeChecked();
    await page.getByRole("radio", { name: "buiten" }).click();
    expect(saved.at(-1)?.levels["rain-window"]?.[0]?.params).toEqual({ surface: 0 });
  });

  it("takes a setting by its name, and calm to lively as one slider", async () => {
    const { saved } = await openLevels();
    const params = () => saved.at(-1)?.levels["rain-window"]?.[0]?.params;
    await page.getByText("Fijner instellen").first().click();
    await page.getByRole("button", { name: "motregen" }).click();
    expect(params()).toEqual({ intensity: 0.15, surface: 0 });
    await expect
      .element(page.getByRole("button", { name: "motregen" }))
      .toHaveAttribute("aria-pressed", "true");
    const macro = page.getByRole("slider", { name: "Kalm of levendig" }).first();
    await macro.fill("1");
    expect(params()).toEqual({ intensity: 0.9, surface: 0 });
    await expect.element(macro).toHaveAttribute("aria-valuetext", "levendig");
    await expect
      .element(page.getByRole("button", { name: "motregen" }))
      .toHaveAttribute("aria-pressed", "false");
  });

  it("says of beats what is known of them, and what to be careful about", async () => {
    await openLevels();
    await page.getByRole("button", { name: "Zwevende tonen" }).click();
    await expect.element(page.getByText(/Niet bij epilepsie/)).toBeVisible();
    await expect.element(page.getByText(/koptelefoon/)).toBeVisible();
  });

  it("goes back to how the session was made", async () => {
    const { saved } = await openLevels();
    await page.getByRole("slider", { name: "Regen" }).fill("3");
    await page.getByRole("button", { name: "Zoals gemaakt" }).click();
    expect(saved.at(-1)?.levels).toEqual({});
  });
});

it("takes the breath's pace from two taps, and the buzz only when it is chosen", async () => {
  const { app, player } = await openScreen();
  expect(app.routine.value.haptics).toBe(false);
  await page.getByRole("button", { name: "Adem" }).click();
  const tap = (at: number) => {
    const event = new MouseEvent("click", { bubbles: true });
    Object.defineProperty(event, "timeStamp", { value: at });
    document.querySelector(".pad")?.dispatchEvent(event);
  };
  await expect.element(page.getByText("12 keer per minuut")).toBeVisible();
  tap(1000);
  tap(7000);
  await expect.element(page.getByText("10 keer per minuut")).toBeVisible();
  expect(app.routine.value.breath).toEqual({ follow: true, perMinute: 10 });
  await page.getByRole("switch", { name: "Zacht trillen met de adem" }).click();
  expect(player.called("setHaptics")).toEqual([[true]]);
  await page.getByRole("switch", { name: "Een adem om te volgen" }).click();
  expect(app.routine.value.breath.follow).toBe(false);
});
