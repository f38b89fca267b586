import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { BEDTIME_MS } from "./helper/deps.ts";
import { openScreen } from "./helper/screen.ts";

beforeEach(() => page.viewport(390, 844));

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const AT_TWO = new Date(2026, 10, 24, 14).getTime();

describe("writing", () => {
  const text = "Morgen de garage bellen.";
  async function write(nowMs = BEDTIME_MS) {
    const screen = await openScreen({ nowMs });
    screen.app.sheets.push({ kind: "care", page: "writings" });
    await button("Uit je hoofd").click();
    await page.getByRole("textbox", { name: "Wat er ook in je hoofd zit" }).fill(text);
    return screen;
  }
  const kept = (own: { readonly values: Map<string, unknown> }) => JSON.stringify([...own.values]);

  it("is kept until tomorrow, and cannot be opened before", async () => {
    const { own } = await write();
    await button("Bewaar tot morgen").click();
    await expect.element(page.getByText(/Het ligt klaar voor morgen/)).toBeVisible();
    expect(kept(own)).toContain(text);
    await button("Terug").click();
    await expect.element(page.getByRole("button", { name: /Uit je hoofd vanaf 25 nov/ })).toBeDisabled();
  });

  it("is erased for good after one question", async () => {
    const { app, own } = await write();
    await button("Bewaar tot morgen").click();
    await button("Terug").click();
    await button(/^Wis: Uit je hoofd/).click();
    await button("Ja").click();
    await expect.poll(() => kept(own)).not.toContain(text);
    expect(app.sheets.open.value).toHaveLength(1);
  });

  it("burns with the fire, and nothing of it is left", async () => {
    const { own, player } = await write();
    await button("Verbrand").click();
    await expect.element(page.getByText("Het gaat op in rook.")).toBeVisible();
    expect(player.called("begin")[0]?.[0]).toMatchObject({
      levels: [{ layer: "fire" }],
      narrator: { kind: "none" },
    });
    document.querySelector(".burning")?.dispatchEvent(new AnimationEvent("animationend", { bubbles: true }));
    await expect.element(page.getByText("Het is weg.")).toBeVisible();
    expect(kept(own)).not.toContain(text);
    expect(document.body.textContent).not.toContain(text);
    await button("Bij het vuur blijven").click();
    await expect.element(page.getByRole("main", { name: "De nacht" })).toBeVisible();
  });

  it("offers letter and looking back by day alone", async () => {
    const evening = await openScreen();
    evening.app.sheets.push({ kind: "care", page: "writings" });
    await expect.element(button("Uit je hoofd")).toBeVisible();
    expect(document.body.textContent).not.toContain("Brief aan je jongere zelf");
  });

  it("keeps a letter on the device, to read and to go on with", async () => {
    const { app, own } = await openScreen({ nowMs: AT_TWO });
    app.sheets.push({ kind: "care", page: "writings" });
    await button("Brief aan je jongere zelf").click();
    await page.getByRole("textbox", { name: "Lieve ik van toen" }).fill("Je was niet te veel.");
    await button("Bewaar").click();
    await expect.element(page.getByText("Bewaard. Gedaan.")).toBeVisible();
    await button("Terug").click();
    await page
      .getByRole("button", { name: /Brief aan je jongere zelf 24 nov/ })
      .first()
      .click();
    await expect.element(page.getByRole("textbox")).toHaveValue("Je was niet te veel.");
    expect(kept(own)).toContain("Je was niet te veel.");
  });
});
