import { h, render } from "preact";
import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { loadCareWords } from "../../src/i18n/careWords.ts";
import type { NightRequest } from "../../src/night/night.ts";
import type { Dose } from "../../src/session/person/dose.ts";
import type { ScriptFacts } from "../../src/session/person/facts.ts";
import type { SessionDocument } from "../../src/session/schema.ts";
import { BeforePage } from "../../src/ui/care/BeforePage.tsx";
import { BEDTIME_MS } from "./helper/deps.ts";
import { openScreen } from "./helper/screen.ts";
import { SAFE_PLACE, WIND_DOWN } from "./helper/sessions.ts";

beforeEach(() => page.viewport(390, 844));

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

describe("before a session", () => {
  it("asks for a slot's words once, and lets it be empty", async () => {
    const { player, own } = await openScreen({
      routine: { session: SAFE_PLACE.id, narrator: { kind: "captions" } },
      sessions: [SAFE_PLACE],
    });
    await button("Begin").click();
    await page.getByRole("textbox", { name: "Je ankerwoord of gebaar" }).fill("  warm zand ");
    await page.getByRole("dialog").getByRole("button", { name: "Begin" }).click();
    await expect.poll(() => player.called("begin")).toHaveLength(1);
    expect(own.values.get("person")).toMatchObject({ slots: { anchor: "warm zand" } });
    player.stop();
    await button("Naar het begin").click();
    await button("Begin").click();
    await expect.poll(() => player.called("begin")).toHaveLength(2);
  });
});

describe("a danger, and a choice", () => {
  const facts: ScriptFacts = {
    cautions: [],
    sentences: [],
    choices: [{ id: "place", options: ["sea", "forest", "rain", "fire"] }],
    slots: [],
    fork: true,
    firstSeconds: undefined,
  };
  async function asked(about: Partial<ScriptFacts> = {}) {
    const screen = await openScreen({
      routine: { session: SAFE_PLACE.id, narrator: { kind: "captions" } },
      sessions: [SAFE_PLACE],
    });
    const say = await loadCareWords("nl");
    const place = document.createElement("div");
    document.body.append(place);
    render(
      h(BeforePage, { app: screen.app, say, session: SAFE_PLACE, facts: { ...facts, ...about } }),
      place,
    );
    return screen;
  }

  it("are asked in this order: yes leads to help, no to the choice, which is remembered", async () => {
    const { app, player, own } = await asked();
    await button("Ja").click();
    expect(app.sheets.open.value).toEqual([{ kind: "care", page: "help" }]);
    app.sheets.closeAll();
    expect(document.querySelector("input[type=radio]")).toBeNull();
    await button("Nee").click();
    await expect.element(page.getByRole("group", { name: "Waar wil je zijn?" })).toBeVisible();
    // Left alone, the first is taken.
    await expect.element(page.getByRole("radio", { name: "aan zee" })).toBeChecked();
    await page.getByRole("radio", { name: "bij het vuur" }).click();
    expect(own.values.get("person")).toMatchObject({ choices: { "safe-place": { place: "fire" } } });
    await button("Begin").last().click();
    await expect.poll(() => player.called("begin")).toHaveLength(1);
  });

  it("begins at once after the danger where nothing else is asked", async () => {
    const { player } = await asked({ choices: [] });
    await button("Nee").click();
    await expect.poll(() => player.called("begin")).toHaveLength(1);
  });
});

describe("doses", () => {
  const guided = { session: "wind-down", narrator: { kind: "captions" } } as const;
  const wanted = (player: Awaited<ReturnType<typeof openScreen>>["player"]) =>
    (player.called("begin").at(-1)?.[0] as NightRequest | undefined)?.wantedSeconds;
  const dose = (seconds: number, how: Dose["how"] = null): Dose => ({
    session: "wind-down",
    atMs: BEDTIME_MS - 3600_000,
    seconds,
    how,
  });

  it("begin small, and grow by a tenth; not after too much; the hand decides", async () => {
    const first = await openScreen({ routine: guided });
    await button("Begin").click();
    await expect.poll(() => first.player.called("begin")).toHaveLength(1);
    expect(wanted(first.player)).toBe(180);
  });

  it.each([
    [dose(180), {}, 198],
    [dose(180, "too-much"), {}, 180],
    [dose(180), { "wind-down": 240 }, 240],
  ] as const)("after %o it is as long as it should be", async (before, wantedSeconds, seconds) => {
    const { player } = await openScreen({
      routine: { ...guided, wantedSeconds },
      person: { doses: [before] },
    });
    await button("Begin").click();
    await expect.poll(() => player.called("begin")).toHaveLength(1);
    expect(wanted(player)).toBeCloseTo(seconds, 0);
  });

  it("are written down as far as they were heard, and how it was is asked once", async () => {
    const { app, player, own } = await openScreen({ routine: guided });
    await app.openCare();
    await button("Begin").click();
    await expect.poll(() => player.state.phase).toBe("playing");
    player.seconds = 100;
    player.say("De regen mag er zijn.");
    expect(own.values.get("person")).toMatchObject({
      doses: [{ session: "wind-down", atMs: BEDTIME_MS, seconds: 100, how: null }],
    });
    player.seconds = 900;
    player.set({ phase: "fading" });
    player.set({ phase: "ended" });
    await expect.element(page.getByText("Hoe was ‘De dag afronden’?")).toBeVisible();
    expect(own.values.get("person")).toMatchObject({ doses: [{ seconds: 180 }] });
    await button("Ging wel").click();
    expect(own.values.get("person")).toMatchObject({ doses: [{ seconds: 180, how: "fair" }] });
    await expect.element(page.getByText(/^Dank je/)).toBeVisible();
    await button("Naar het begin").click();
    await button("Geluid").click();
    await expect.element(page.getByText(/’s avonds · in bed · gedaan/)).toBeVisible();
  });

  it("end where it was too much, which is how it was", async () => {
    const { player, own } = await openScreen({ routine: guided });
    await button("Begin").click();
    await expect.poll(() => player.state.phase).toBe("playing");
    player.seconds = 90;
    player.tooMuch();
    player.seconds = 170;
    player.stop();
    expect(own.values.get("person")).toMatchObject({ doses: [{ seconds: 90, how: "too-much" }] });
  });
});

it("soft words are one's own: they take the place of the written ones", async () => {
  const words: SessionDocument = { ...WIND_DOWN, id: "affirmations" };
  const part = words.scripts?.nl?.parts.map((each, index) => (index === 1 ? { ...each, id: "own" } : each));
  const script = words.scripts?.nl;
  const session = script && part ? { ...words, scripts: { nl: { ...script, parts: part } } } : words;
  const { app, player } = await openScreen({
    routine: { session: "affirmations", narrator: { kind: "captions" } },
    sessions: [session],
  });
  app.sheets.push({ kind: "care", page: "affirmations" });
  await page.getByRole("textbox", { name: "Een zin" }).fill("Ik mag traag zijn.");
  await button("Erbij").click();
  app.sheets.closeAll();
  await button("Begin").click();
  await expect.poll(() => player.called("begin")).toHaveLength(1);
  const said = JSON.stringify(player.called("begin")[0]);
  expect(said).toContain("Ik mag traag zijn.");
  expect(said).not.toContain("Ademen. De regen mag er zijn.");
  expect(said).toContain("Aankomen. De regen mag er zijn.");
});
