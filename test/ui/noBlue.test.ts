import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { frames, openScreen } from "./helper/screen.ts";
import { shownColours } from "./helper/shownColours.ts";

beforeEach(() => page.viewport(390, 844));

const tenths = (count: number) => Array.from({ length: count }, (_, i) => i / 10);

async function settled(): Promise<void> {
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  await frames(2);
}

describe("no pixel has any blue", () => {
  it("on the first screen", async () => {
    await openScreen();
    await settled();
    const { blue, lit } = await shownColours();
    expect(lit).toBeGreaterThan(1000);
    expect(blue).toBe(0);
  });

  it("in the night: words, breath, the ring of a hold, keyboard focus", async () => {
    const { player } = await openScreen();
    await page.getByRole("button", { name: "Begin" }).click();
    for (const level of tenths(3)) {
      player.breath = level * 4;
      player.seconds = 4;
      player.say("Het is laat, en je hoofd staat nog aan.");
      (document.querySelector(".dots") as HTMLElement).focus();
      const finger = { isPrimary: true, clientX: 100, clientY: 200, bubbles: true };
      document.querySelector(".night")?.dispatchEvent(new PointerEvent("pointerdown", finger));
      await frames(20);
      const { blue, lit } = await shownColours();
      document.querySelector(".night")?.dispatchEvent(new PointerEvent("pointercancel", finger));
      expect(lit).toBeGreaterThan(200);
      expect(blue, `at breath ${level * 4}`).toBe(0);
    }
  });

  it.each(["Geluid", "Timer", "Gids", "Adem"])("in the panel %s", async (name) => {
    await openScreen({ routine: { narrator: { kind: "device" } } });
    await page.getByRole("button", { name }).click();
    await expect.poll(() => document.querySelector(".sheet-body")).not.toBeNull();
    await settled();
    const { blue, lit } = await shownColours();
    expect(lit).toBeGreaterThan(1000);
    expect(blue).toBe(0);
  });

  it("on the pages around a session, while one burns too, and after a quick exit", async () => {
    const { app } = await openScreen({ person: { cautions: ["pain"], never: ["rain"] } });
    const pages = ["help", "check-in", "suits", "ground", "affirmations", "writings"] as const;
    for (const each of pages) {
      app.sheets.push({ kind: "care", page: each });
      await expect.poll(() => document.querySelector(".sheet-body")).not.toBeNull();
      await settled();
      expect((await shownColours()).blue, each).toBe(0);
      app.sheets.closeAll();
      await frames(2);
    }
    app.sheets.push({ kind: "care", page: "write", writing: "worry", kept: null });
    await page.getByRole("textbox").fill("Morgen de garage bellen.");
    expect((await shownColours()).blue, "write").toBe(0);
    await page.getByRole("button", { name: "Verbrand" }).click();
    for (const passedMs of [500, 3000, 6000]) {
      for (const animation of document.getAnimations()) {
        animation.pause();
        animation.currentTime = passedMs;
      }
      await frames(2);
      expect((await shownColours()).blue, `burning after ${passedMs} ms`).toBe(0);
    }
    await page.getByRole("button", { name: "Hulp" }).click();
    await page.getByRole("button", { name: "Weg hier" }).click();
    await frames(3);
    expect(await shownColours()).toEqual({ blue: 0, lit: 0 });
  });

  it("in a session's picture, its mix, and the controls of the night", async () => {
    const { app, player } = await openScreen();
    const [session] = [app.session.value];
    for (const kind of ["preview", "levels"] as const) {
      app.sheets.push({ kind, session });
      await expect.poll(() => document.querySelector(".sheet-body")).not.toBeNull();
      await settled();
      expect((await shownColours()).blue, kind).toBe(0);
      app.sheets.closeAll();
      await frames(2);
    }
    await page.getByRole("button", { name: "Begin" }).click();
    player.set({ problem: "narration-missing" });
    await page.getByRole("button", { name: "Bediening" }).click();
    await settled();
    expect((await shownColours()).blue, "controls").toBe(0);
  });
});

it("sees blue where there is some", async () => {
  await openScreen();
  const stain = document.createElement("div");
  stain.style.cssText = "position:fixed;top:300px;left:10px;width:2px;height:2px;background:rgb(0 0 3)";
  document.body.append(stain);
  await frames(2);
  expect((await shownColours()).blue).toBeGreaterThan(0);
});
