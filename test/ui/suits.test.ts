import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { nightDrawn, openScreen } from "./helper/screen.ts";
import { ORIENT, WORD_SHUFFLE } from "./helper/sessions.ts";

beforeEach(() => page.viewport(390, 844));

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

describe("what suits somebody", () => {
  it("is asked by one quiet line, and changes what is heard", async () => {
    const { player, own } = await openScreen({
      routine: {
        levels: {
          "rain-window": [
            { layer: "rain", gainDb: 0 },
            { layer: "beats", gainDb: 0 },
          ],
        },
      },
    });
    await button("Hoe is het nu?").click();
    await button("Wat bij mij past").click();
    await page.getByRole("switch", { name: "Epilepsie" }).click();
    await page.getByRole("switch", { name: "Oorsuizen" }).click();
    await expect.element(page.getByText(/Het licht staat stil/)).toBeVisible();
    expect(own.values.get("person")).toMatchObject({ cautions: ["epilepsy", "tinnitus"] });
    await userEvent.keyboard("{Escape}");
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByText("Regen aan het raam · de hele nacht")).toBeVisible();
    await button("Begin").click();
    await expect.poll(() => player.called("begin")).toHaveLength(1);
    expect(player.called("begin")[0]?.[0]).toMatchObject({
      timer: "all-night",
      levels: [{ layer: "rain", gainDb: 0 }],
    });
    player.breath = 0.2;
    await nightDrawn();
    const light = () => getComputedStyle(document.querySelector(".orb") ?? document.body);
    const before = [light().opacity, light().transform];
    player.breath = 0.9;
    await nightDrawn();
    expect([light().opacity, light().transform]).toEqual(before);
  });

  it("is known before the first press of another evening", async () => {
    const { player } = await openScreen({ person: { never: ["rain"] } });
    await button("Begin").click();
    await expect.poll(() => player.called("begin")).toHaveLength(1);
    expect(player.called("begin")[0]?.[0]).toMatchObject({ levels: [{ layer: "brown", gainDb: -14 }] });
  });

  it("says what is marked where a session is chosen, and offers the other one", async () => {
    await openScreen({ sessions: [ORIENT, WORD_SHUFFLE], person: { cautions: ["psychosis"] } });
    await button("Geluid").click();
    await button(/^Losse woorden/).click();
    await expect.element(page.getByText("Je gaf aan: Ik heb of had een psychose.")).toBeVisible();
    await button("Liever ‘Hier en nu’").click();
    await expect.element(page.getByRole("heading", { name: "Hier en nu" })).toBeVisible();
  });

  it("never uses a sound again that is marked so, until it may come back", async () => {
    const { own } = await openScreen();
    await button("Geluid").click();
    await button(/^Regen aan het raam/).click();
    await button("Volume per laag").click();
    await page.getByText("Fijner instellen").first().click();
    await button("Nooit meer: Regen").click();
    await expect.element(page.getByRole("slider", { name: "Regen" })).not.toBeInTheDocument();
    expect(page.getByRole("button", { name: "Regen", exact: true }).elements()).toEqual([]);
    expect(own.values.get("person")).toMatchObject({ never: ["rain"] });
  });
});
