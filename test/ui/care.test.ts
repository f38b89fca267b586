import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { BEDTIME_MS } from "./helper/deps.ts";
import { openScreen } from "./helper/screen.ts";
import { ORIENT, WORD_SHUFFLE } from "./helper/sessions.ts";

beforeEach(() => page.viewport(390, 844));

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

describe("help", () => {
  it("is one press away on the first screen, in every panel and in the night", async () => {
    const { app } = await openScreen();
    await button("Hulp").click();
    await expect.element(page.getByRole("link", { name: "Bel 112" }).first()).toBeVisible();
    app.sheets.closeAll();
    await button("Timer").click();
    await page.getByRole("dialog").getByRole("button", { name: "Hulp" }).click();
    await expect.element(page.getByRole("link", { name: "Bel 1813" })).toHaveAttribute("href", "tel:1813");
    app.sheets.closeAll();
    await button("Begin").click();
    await button("Bediening").click();
    await page.getByRole("dialog").getByRole("button", { name: "Hulp" }).click();
    await expect.element(page.getByRole("link", { name: "Bel 088 0767 000" })).toBeVisible();
    await expect.element(page.getByText("Nagekeken op 29 november 2026.").first()).toBeVisible();
  });

  it("leads out at once to a black screen with rain, and nothing of what was open comes back", async () => {
    const { player } = await openScreen({ routine: { session: "wind-down", narrator: { kind: "device" } } });
    await button("Hulp").click();
    await button("Weg hier").click();
    await expect.element(button("Regen")).toBeVisible();
    expect(document.querySelector("dialog")).toBeNull();
    const text = [...document.querySelectorAll("body > div *")]
      .map((each) => each.textContent?.trim())
      .join("");
    expect(text).toBe("");
    expect(player.called("begin")[0]?.[0]).toMatchObject({
      session: { id: "rain-window" },
      narrator: { kind: "none" },
      breath: null,
    });
    await button("Regen").click();
    await expect.element(page.getByRole("main", { name: "De nacht" })).toBeVisible();
    expect(document.querySelector("dialog")).toBeNull();
  });

  it("brings a night that goes on to rain alone, without its guide", async () => {
    const { player } = await openScreen({
      routine: {
        session: "wind-down",
        narrator: { kind: "device" },
        levels: { "wind-down": [{ layer: "ocean", gainDb: 0 }] },
      },
    });
    await button("Begin").click();
    await expect.poll(() => player.state.phase).toBe("playing");
    await button("Bediening").click();
    await page.getByRole("dialog").getByRole("button", { name: "Hulp" }).click();
    await button("Weg hier").click();
    expect(player.state.guide).toBe("gone");
    expect(player.called("setLevel")).toEqual([
      ["ocean", -60],
      ["rain", expect.any(Number)],
    ]);
    await expect.element(button("Regen")).toBeVisible();
  });
});

describe("too much", () => {
  it("leads by day to five things to see, down to one, a step at a time", async () => {
    await openScreen();
    await button("Hulp").click();
    await button("Te veel").click();
    const ground = () => document.querySelector(".ground")?.textContent ?? "";
    for (const beginning of ["Zoek vijf", "Vier", "Drie", "Twee", "Eén"]) {
      await expect.poll(ground).toMatch(new RegExp(`^${beginning}`));
      await button("Verder").click();
    }
    await expect.poll(ground).toMatch(/^Zo is/);
    await expect.element(button("Weg hier")).toBeVisible();
  });
});

describe("how it is now", () => {
  it("leads from what somebody recognises to what fits, and stays on the device", async () => {
    const { own } = await openScreen({ sessions: [ORIENT, WORD_SHUFFLE] });
    await button("Hoe is het nu?").click();
    await button("Mijn hoofd blijft draaien").click();
    await button("Losse woorden").click();
    await expect.element(page.getByText("Wat er komt")).toBeVisible();
    expect(own.values.get("person")).toMatchObject({ checkIns: [{ atMs: BEDTIME_MS, answer: "head" }] });
  });

  it("brings the substitute where a caution is marked, and says so", async () => {
    await openScreen({ sessions: [ORIENT, WORD_SHUFFLE], person: { cautions: ["psychosis"] } });
    await button("Hoe is het nu?").click();
    await button("Mijn hoofd blijft draaien").click();
    await expect.element(page.getByText("in plaats van ‘Losse woorden’")).toBeVisible();
    await expect.element(page.getByText("Hier en nu", { exact: true })).toBeVisible();
  });

  it("asks about danger before anything else: no goes on, yes leads to help", async () => {
    await openScreen({ sessions: [ORIENT] });
    await button("Hoe is het nu?").click();
    await button("Ik ben van slag na een ruzie").click();
    await expect.element(page.getByText("Is er nu iets onveilig, of nieuw, of pijnlijk?")).toBeVisible();
    expect(document.body.textContent).not.toContain("Hier en nu");
    await button("Ja").click();
    await expect.element(page.getByRole("link", { name: "Bel 112" }).first()).toBeVisible();
    await button("Terug").click();
    await button("Ik ben van slag na een ruzie").click();
    await button("Nee").click();
    await expect.element(button("Hier en nu")).toBeVisible();
  });

  it("has a line about the doctor for who wakes up tired, and no exercise", async () => {
    await openScreen();
    await button("Hoe is het nu?").click();
    await button(/Ik word moe wakker/).click();
    await expect.element(page.getByText(/De huisarts kan meekijken/)).toBeVisible();
    expect(document.querySelectorAll(".suggestions .entry")).toHaveLength(0);
  });
});
