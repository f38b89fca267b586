import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { AS_MADE } from "../../src/session/person/suit.ts";
import { DEFAULT_ROUTINE } from "../../src/store/routine.ts";
import { requestFor } from "../../src/ui/model/request.ts";
import { BEDTIME_MS } from "./helper/deps.ts";
import { FakePlayer } from "./helper/fakePlayer.ts";
import { frames, openScreen } from "./helper/screen.ts";
import { RAIN } from "./helper/sessions.ts";

beforeEach(() => page.viewport(390, 844));

const PROBLEMS = [
  ["audio-refused", "Tik nog eens op Begin"],
  ["audio-unsupported", "Een nieuwere kan het wel"],
  ["narration-damaged", "het geluid gaat door"],
  ["narration-missing", "het geluid gaat door"],
  ["other-tab", "Stop het daar"],
] as const;

it.each(PROBLEMS)("%s is one line that says what to do, and can be sent away", async (problem, words) => {
  const { player } = await openScreen();
  player.set({ problem });
  await expect.element(page.getByRole("status").getByText(new RegExp(words))).toBeVisible();
  await page.getByRole("button", { name: "Goed" }).click();
  await expect.poll(() => document.querySelector(".notice")?.textContent).toBe("");
  player.set({ phase: "idle", problem });
  await frames(2);
  expect(document.querySelector(".notice")?.textContent).toBe("");
});

it.each([
  ["storage-full", /geen plaats meer/],
  ["storage-closed", /bewaart hier nu niets/],
  ["preset-damaged", /de versie die hier al was/],
] as const)("%s, told by what is kept and fetched, is said once", async (problem, words) => {
  const { app } = await openScreen();
  for (let i = 0; i < 2; i++) app.notices.tell({ key: `problem.${problem}` });
  await expect.element(page.getByRole("status").getByText(words)).toBeVisible();
  await page.getByRole("button", { name: "Goed" }).click();
  await expect.poll(() => document.querySelector(".notice")?.textContent).toBe("");
});

it("says once that part of the routine was not to be read, and keeps the rest", async () => {
  const { app } = await openScreen({ damaged: ["timer"], routine: { session: "wind-down" } });
  await expect.element(page.getByText(/niet te lezen/)).toBeVisible();
  expect(app.session.value.id).toBe("wind-down");
});

it("says which language is missing, in the one that is shown", async () => {
  const { app } = await openScreen({ language: "en" });
  const { languageNotice } = await import("../../src/ui/model/languageNotice.ts");
  app.notices.tell(languageNotice("nl", app.words.value));
  await expect
    .element(page.getByText("Dutch couldn’t load, so you’re reading English.", { exact: false }))
    .toBeVisible();
});

describe("a night that a reload broke off", () => {
  const kept = () => {
    const player = new FakePlayer(() => BEDTIME_MS);
    player.kept = {
      request: requestFor(RAIN, DEFAULT_ROUTINE, AS_MADE, "nl"),
      deadline: BEDTIME_MS + 600_000,
    };
    return player;
  };

  it("can be gone on with, its end unchanged", async () => {
    const { player } = await openScreen({ player: kept() });
    await expect.element(page.getByText("Regen aan het raam · tot 23:50")).toBeVisible();
    await page.getByRole("button", { name: "Ga verder" }).click();
    expect(player.called("goOn")).toHaveLength(1);
    expect(player.called("begin")).toHaveLength(0);
    player.seconds = 5;
    await frames(3);
    expect(page.getByRole("group", { name: "Hoe is het nu?" }).elements()).toHaveLength(0);
  });

  it("can be left for a new one, and is offered once", async () => {
    const { player } = await openScreen({ player: kept() });
    await page.getByRole("button", { name: "Liever opnieuw beginnen" }).click();
    await page.getByRole("button", { name: "Begin" }).click();
    expect(player.called("begin")).toHaveLength(1);
    player.stop();
    await page.getByRole("button", { name: "Naar het begin" }).click();
    await expect.element(page.getByRole("button", { name: "Begin" })).toBeVisible();
  });
});

it("says that this browser cannot make the sound, at each press", async () => {
  const { player } = await openScreen();
  player.hasAudio = false;
  for (let press = 0; press < 2; press++) {
    await page.getByRole("button", { name: "Begin" }).click();
    await expect.element(page.getByRole("status").getByText(/Een nieuwere kan het wel/)).toBeVisible();
    await page.getByRole("button", { name: "Goed" }).click();
  }
  expect(player.state.phase).toBe("idle");
  await expect.element(page.getByRole("button", { name: "Begin" })).toBeVisible();
});

it("begins with the default bed where the remembered session takes too long", async () => {
  const screen = await openScreen();
  screen.app.deps.library.session = () => new Promise(() => {});
  const { createApp } = await import("../../src/ui/model/app.ts");
  const deps = {
    ...screen.app.deps,
    routines: {
      ...screen.app.deps.routines,
      readRoutine: async () => ({ routine: { ...DEFAULT_ROUTINE, session: "wind-down" }, damaged: [] }),
    },
  };
  const slow = createApp(deps);
  void slow.restore();
  await frames(1);
  await slow.begin();
  expect(screen.player.called("begin")).toMatchObject([[{ session: { id: "rain-window" } }]]);
});
