import type {} from "@vitest/browser-playwright";
import axe from "axe-core";
import { beforeEach, expect, it } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { openWithAccount } from "./helper/account.ts";
import { BEDTIME_MS } from "./helper/deps.ts";
import { frames, nightDrawn, openScreen } from "./helper/screen.ts";
import { ORIENT, RAIN, SAFE_PLACE, WIND_DOWN, WORD_SHUFFLE } from "./helper/sessions.ts";

beforeEach(() => page.viewport(390, 844));

/** What axe finds wrong, as `rule: selector`. */
async function violations(): Promise<string[]> {
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  const { violations } = await axe.run(document.querySelector("body > div") ?? document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

const sheetIsThere = () => expect.poll(() => document.querySelector(".sheet-body")).not.toBeNull();

it.each(["nl", "en"] as const)("home and its panels have no violations in %s", async (language) => {
  const { app } = await openScreen({ language, routine: { narrator: { kind: "device" } } });
  expect(await violations()).toEqual([]);
  const session = await app.deps.library.session("wind-down");
  if (!session) throw new Error("this test needs the session");
  const panels = [
    { kind: "choose" },
    { kind: "timer" },
    { kind: "guide", thenBegin: false },
    { kind: "breath" },
    { kind: "preview", session },
    { kind: "levels", session },
  ] as const;
  for (const panel of panels) {
    app.sheets.push(panel);
    await sheetIsThere();
    await frames(3);
    // What a panel's foot half covers is reached by scrolling.
    if (document.querySelector(".sheet-foot")) document.querySelector(".sheet")?.scrollTo(0, 10_000);
    expect(await violations(), panel.kind).toEqual([]);
    app.sheets.closeAll();
    await frames(3);
  }
});

it.each(["nl", "en"] as const)("devices and sharing have no violations in %s", async (language) => {
  const { app, account, service } = await openWithAccount({ language });
  const { connection, sharing } = await account();
  await connection.ensure();
  service.join("Tablet");
  const shared = await sharing.shareMix("Rain", RAIN.bed.layers, "1-day");
  if (!shared.ok) throw new Error("this test needs a share");
  const pages = [
    { page: "devices" },
    { page: "pair" },
    { page: "recovery" },
    { page: "erase" },
    { page: "shares" },
    { page: "keep", session: RAIN },
    { page: "share", session: WIND_DOWN },
    { page: "shared", id: shared.value.share.id, key: "" },
  ] as const;
  for (const page of pages) {
    app.sheets.push({ kind: "account", ...page });
    await sheetIsThere();
    await frames(3);
    if (document.querySelector(".sheet-foot")) document.querySelector(".sheet")?.scrollTo(0, 10_000);
    expect(await violations(), page.page).toEqual([]);
    app.sheets.closeAll();
    await frames(3);
  }
  await connection.leave();
  for (const page of [{ page: "devices" }, { page: "join", by: "code", given: "" }] as const) {
    app.sheets.push({ kind: "account", ...page });
    await sheetIsThere();
    await frames(3);
    expect(await violations(), page.page).toEqual([]);
    app.sheets.closeAll();
    await frames(3);
  }
});

it.each(["nl", "en"] as const)("what stands around a session has no violations in %s", async (language) => {
  const { app } = await openScreen({
    language,
    sessions: [ORIENT, WORD_SHUFFLE, SAFE_PLACE],
    person: {
      cautions: ["psychosis"],
      never: ["rain"],
      affirmations: ["Traag mag."],
      doses: [{ session: "wind-down", atMs: BEDTIME_MS - 1000, seconds: 60, how: null }],
    },
  });
  const { writings } = await app.openCare();
  const written = { id: "worry-1", kind: "worry", texts: ["Morgen."], atMs: 1, untilMs: null } as const;
  await writings.put({ ...written, texts: [...written.texts] });
  await frames(5);
  expect(await violations(), "home").toEqual([]);
  const pages = [
    { page: "help" },
    { page: "check-in" },
    { page: "suits" },
    { page: "ground" },
    { page: "affirmations" },
    { page: "writings" },
    { page: "write", writing: "reflection", kept: null },
    { page: "before", session: SAFE_PLACE },
  ] as const;
  for (const each of pages) {
    app.sheets.push({ kind: "care", ...each });
    await sheetIsThere();
    await frames(5);
    if (document.querySelector(".sheet-foot")) document.querySelector(".sheet")?.scrollTo(0, 10_000);
    expect(await violations(), each.page).toEqual([]);
    app.sheets.closeAll();
    await frames(3);
  }
  app.sheets.push({ kind: "preview", session: WORD_SHUFFLE });
  await expect.poll(() => document.querySelector(".caution > button")).not.toBeNull();
  document.querySelector("details")?.setAttribute("open", "");
  document.querySelector(".sheet")?.scrollTo(0, 10_000);
  expect(await violations(), "preview").toEqual([]);
});

it("help and the way out are reached by keys alone", async () => {
  const { app } = await openScreen();
  const focused = () => document.activeElement?.textContent;
  const tabTo = async (name: string) => {
    for (let i = 0; i < 25 && focused() !== name; i++) await userEvent.tab();
    expect(focused()).toBe(name);
  };
  await tabTo("Hulp");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector(".numbers")).not.toBeNull();
  await tabTo("Weg hier");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => app.covered.value).not.toBeNull();
  expect(await violations(), "covered").toEqual([]);
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(app.covered.value).toBeNull();
});

it("the night has no violations: asking, speaking, paused, in its controls, ended", async () => {
  const { player } = await openScreen();
  await page.getByRole("button", { name: "Begin" }).click();
  player.seconds = 4;
  player.say("Het is laat.");
  player.set({ problem: "narration-missing" });
  await frames(5);
  expect(await violations(), "asking").toEqual([]);
  player.set({ phase: "paused" });
  await frames(3);
  expect(await violations(), "paused").toEqual([]);
  await page.getByRole("button", { name: "Bediening" }).click();
  await sheetIsThere();
  expect(await violations(), "controls").toEqual([]);
  player.stop();
  await frames(3);
  expect(await violations(), "ended").toEqual([]);
});

it("a whole night goes by keys alone", async () => {
  const { player, saved } = await openScreen();
  const focused = () =>
    document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;
  const tabTo = async (name: string) => {
    for (let i = 0; i < 25 && focused() !== name; i++) await userEvent.tab();
    expect(focused()).toBe(name);
  };
  await tabTo("Timer");
  await userEvent.keyboard("{Enter}");
  await sheetIsThere();
  for (let i = 0; i < 5 && document.activeElement?.getAttribute("type") !== "range"; i++)
    await userEvent.tab();
  await userEvent.keyboard("{ArrowRight}");
  expect(saved.at(-1)?.timer).toEqual({ minutes: 60 });
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
  expect(focused()).toBe("Timer");
  await tabTo("Begin");
  await userEvent.keyboard("{Enter}");
  expect(player.state.phase).toBe("playing");
  await userEvent.keyboard("{Escape}");
  await sheetIsThere();
  await tabTo("Stop");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("De nacht is van jou.")).toBeVisible();
});

it("keeps still where less motion is asked for: the orb changes its light alone", async () => {
  const motion = (value: string) =>
    cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value }] });
  const { player } = await openScreen();
  await page.getByRole("button", { name: "Begin" }).click();
  const orb = () => getComputedStyle(document.querySelector(".orb") ?? document.body);
  const at = async (level: number) => {
    player.breath = level;
    await nightDrawn();
    return { light: orb().opacity, size: orb().transform };
  };
  expect((await at(0)).size).not.toBe((await at(1)).size);
  await motion("reduce");
  try {
    const [empty, nearly, full] = [await at(0), await at(0.05), await at(1)];
    expect([empty.size, full.size]).toEqual(["none", "none"]);
    expect(nearly.light).toBe(empty.light);
    expect(Number(full.light)).toBeGreaterThan(Number(empty.light));
    expect(getComputedStyle(document.querySelector(".caption") ?? document.body).transitionDuration).toBe(
      "0s",
    );
  } finally {
    await motion("");
  }
});
