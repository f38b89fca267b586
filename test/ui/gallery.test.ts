import "../../src/ui/style/base.css";
import axe from "axe-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { openGallery } from "../../src/gallery.ts";
import { loadMessages } from "../../src/i18n/load.ts";
import { loadNames } from "../../src/i18n/names.ts";
import { wordsOf } from "../../src/i18n/words.ts";
import type { NightRequest } from "../../src/night/night.ts";
import { takeSheetWords } from "../../src/ui/parts/takeSheetWords.ts";
import { FakePlayer } from "./helper/fakePlayer.ts";
import { LAYERS } from "./helper/sessions.ts";
import { shownColours } from "./helper/shownColours.ts";

beforeEach(() => page.viewport(390, 844));
afterEach(() => document.body.replaceChildren());

/** The gallery as `/gallery` shows it, its pictures made by the real thread; the sound is scripted. */
async function openedGallery(): Promise<FakePlayer> {
  const player = new FakePlayer();
  const root = document.createElement("div");
  document.body.append(root);
  const words = wordsOf("nl", "nl-BE", (await loadMessages("nl")).messages);
  await takeSheetWords(words);
  openGallery(root, { player, words, names: await loadNames("nl"), layers: LAYERS });
  await expect.poll(() => document.querySelectorAll(".gallery-card").length).toBe(LAYERS.length);
  return player;
}

const card = (id: string) => document.querySelector<HTMLElement>(`#${id}`) ?? document.body;

async function pictured(id: string): Promise<HTMLCanvasElement> {
  card(id).scrollIntoView();
  await expect.poll(() => card(id).querySelector('[data-ready="true"]'), { timeout: 20_000 }).not.toBeNull();
  return card(id).querySelector("canvas") ?? document.createElement("canvas");
}

/** Mean red of a canvas's rows from one part of its height to another, 0 = top. */
function brightness(canvas: HTMLCanvasElement, from: number, to: number): number {
  const [top, bottom] = [from, to].map((part) => Math.round(part * canvas.height));
  const height = (bottom ?? 0) - (top ?? 0);
  const pixels = canvas.getContext("2d")?.getImageData(0, top ?? 0, canvas.width, height).data ?? [];
  let sum = 0;
  for (let i = 0; i < pixels.length; i += 4) sum += pixels[i] ?? 0;
  return sum / (canvas.width * height);
}

it("draws what a layer is: brown noise glows at the bottom, and its level line lies at -30", async () => {
  await openedGallery();
  const canvas = await pictured("brown");
  await expect.poll(() => brightness(canvas, 0.8, 1)).toBeGreaterThan(1.5 * brightness(canvas, 0, 0.2));
  const points = card("brown").querySelector("polyline")?.getAttribute("points")?.split(" ") ?? [];
  const places = points.map((point) => Number(point.split(",")[1]));
  expect(places.length).toBeGreaterThan(100);
  // -60 to -20 LUFS over the height: -30 is a quarter down.
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  expect(Math.abs(mean - 25)).toBeLessThan(2);
});

it("plays one layer alone, lets it follow the hand, and fades it", async () => {
  const player = await openedGallery();
  const canvas = await pictured("rain");
  const before = brightness(canvas, 0, 1);
  await page.getByRole("article", { name: "Regen" }).getByRole("button", { name: "Luister" }).click();
  const [request] = (player.called("begin")[0] ?? []) as NightRequest[];
  expect(request?.levels).toEqual([{ layer: "rain", gainDb: 0, params: {} }]);
  player.set({ phase: "playing", request: request ?? null });
  await page.getByRole("article", { name: "Regen" }).getByRole("button", { name: "motregen" }).click();
  expect(player.called("setParam")).toContainEqual(["rain", "intensity", 0.15]);
  await expect
    .poll(() => Math.abs(brightness(canvas, 0, 1) - before), { timeout: 20_000 })
    .toBeGreaterThan(2);
  await page.getByRole("article", { name: "Regen" }).getByRole("button", { name: "Stil" }).click();
  expect(player.called("stop")).toHaveLength(1);
});

it("lets the one that plays fade before another begins", async () => {
  const player = await openedGallery();
  const listen = (name: string) =>
    page.getByRole("article", { name, exact: true }).getByRole("button", { name: "Luister" });
  await listen("Regen").click();
  await listen("Zee").click();
  await expect.poll(() => player.calls.map(([call]) => call)).toEqual(["begin", "wake", "stop", "begin"]);
  expect(player.state.request?.session.id).toBe("ocean");
  await expect.element(listen("Regen")).toBeVisible();
  await expect
    .element(page.getByRole("article", { name: "Zee", exact: true }).getByRole("button", { name: "Stil" }))
    .toBeVisible();
});

it("has no violations and no blue", async () => {
  await openedGallery();
  await pictured("rain");
  const { violations } = await axe.run(document.querySelector("body > div") ?? document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`)),
  ).toEqual([]);
  const { blue, lit } = await shownColours();
  expect(lit).toBeGreaterThan(1000);
  expect(blue).toBe(0);
});
