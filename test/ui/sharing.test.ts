import * as v from "valibot";
import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { MAX_TOGETHER_DB, MixDocument, togetherDb } from "../../src/session/mix.ts";
import { canonicalShared, sharedId } from "../../src/session/shared.ts";
import { arrivalFrom } from "../../src/ui/model/arrival.ts";
import { ORIGIN, openWithAccount } from "./helper/account.ts";
import { frames } from "./helper/screen.ts";
import { RAIN, WIND_DOWN } from "./helper/sessions.ts";
import { shownColours } from "./helper/shownColours.ts";

beforeEach(() => page.viewport(390, 1200));

const button = (name: string) => page.getByRole("button", { name, exact: true });
const said = (words: string | RegExp) => expect.element(page.getByText(words)).toBeVisible();

type Screen = Awaited<ReturnType<typeof openWithAccount>>;

/** Shares from the panel that is open; gives the link. */
async function share(): Promise<URL> {
  await button("Make a link").click();
  await expect.element(page.getByLabelText("The link")).toBeVisible();
  const input = page.getByLabelText("The link").element();
  return new URL(input instanceof HTMLInputElement ? input.value : "");
}

/** Opens a link as the app does when it is loaded there. */
async function open({ app }: Screen, { pathname, hash }: URL): Promise<void> {
  const arrival = arrivalFrom(pathname, hash);
  if (!arrival) throw new Error("the link leads nowhere");
  app.sheets.closeAll();
  await frames(2);
  app.sheets.push({ kind: "account", ...arrival });
}

describe("a mix", () => {
  it("is shared from its sliders as it is mixed now, what is off left out, and no word with it", async () => {
    const levels = {
      "rain-window": [
        { layer: "rain", gainDb: -3 },
        { layer: "brown", gainDb: -60 },
      ],
    };
    const { app, service } = await openWithAccount({ language: "en", routine: { levels } });
    app.sheets.push({ kind: "levels", session: RAIN });
    await button("Share").click();
    expect(service.asked).toEqual([]);
    const link = await share();
    const [[id, document] = []] = service.shared;
    expect(document).toEqual({ version: 1, kind: "mix", layers: [{ layer: "rain", gainDb: -3 }] });
    expect(link.href).toBe(`${ORIGIN}/s/${id}`);
  });

  it("that is too loud together is shared a little softer, and says so", async () => {
    const loud = ["rain", "brown", "ocean", "beats"].map((layer) => ({ layer, gainDb: 6 }));
    const { app, service } = await openWithAccount({
      language: "en",
      routine: { levels: { "rain-window": loud } },
    });
    app.sheets.push({ kind: "levels", session: RAIN });
    await button("Share").click();
    await share();
    await said(/a little softer/);
    expect([...service.shared.values()].map((document) => v.is(MixDocument, document))).toEqual([true]);
    expect(v.is(MixDocument, { version: 1, kind: "mix", layers: loud })).toBe(false);
  });

  it("can be kept under a name, is found again under Sound, and forgotten", async () => {
    const { app, account } = await openWithAccount({ language: "en" });
    app.deps.library.ownEntries = async () => (await account()).entries();
    app.deps.library.session = async (id) => (await account()).session(id);
    app.sheets.push({ kind: "levels", session: RAIN });
    await button("Keep as my mix").click();
    await page.getByLabelText("Name of the mix").fill("By the sea");
    await button("Save").click();
    await said("Kept under ‘Sound’.");
    app.sheets.closeAll();
    await button("Sound").click();
    await said("My mixes");
    await page.getByRole("button", { name: /By the sea/ }).click();
    await button("Level of each layer").click();
    await button("Keep as my mix").click();
    await button("Forget this mix").click();
    expect(await (await account()).entries()).toEqual([]);
  });
});

describe("a link that somebody sent", () => {
  async function sharedMix(screen: Screen): Promise<URL> {
    const account = await screen.account();
    const outcome = await account.sharing.shareMix("Rain", [{ layer: "rain", gainDb: 0 }], "30-days");
    if (!outcome.ok) throw new Error(outcome.trouble.code);
    return new URL(`${ORIGIN}/s/${outcome.value.share.id}`);
  }

  it("shows its picture, sounds only when it is begun, and shows no blue", async () => {
    const screen = await openWithAccount({ language: "en" });
    await open(screen, await sharedMix(screen));
    await said("A mix that somebody shares with you.");
    await said("What will come");
    await said(/To be heard: Rain/);
    await frames(10);
    expect(screen.player.called("begin")).toEqual([]);
    expect((await shownColours()).blue).toBe(0);
    await button("Begin").last().click();
    const [[request] = []] = screen.player.called("begin");
    expect(request).toMatchObject({
      session: { kind: "bed", bed: { layers: [{ layer: "rain", gainDb: 0 }] } },
    });
  });

  it("opens without a connection once it was seen, and no more once it was taken back", async () => {
    const screen = await openWithAccount({ language: "en" });
    const link = await sharedMix(screen);
    await open(screen, link);
    await said("Shared mix");
    screen.service.mishaps.push("lost");
    await open(screen, link);
    await said(/what you saw before/);
    const account = await screen.account();
    expect((await account.entries()).map(({ titles }) => titles["en"])).toEqual(["Shared mix"]);

    screen.app.sheets.closeAll();
    screen.app.sheets.push({ kind: "account", page: "shares" });
    await button("Take back Rain").click();
    await said(/Taken back/);
    await said("You share nothing right now.");
    await open(screen, link);
    await said(/no longer shared/);
    expect(await account.entries()).toEqual([]);
    screen.service.mishaps.push("lost");
    await open(screen, link);
    await said(/can’t be reached/);
  });

  it("says what is wrong: not there, damaged, newer, another one's content", async () => {
    const screen = await openWithAccount({ language: "en" });
    const { service } = screen;
    const mix = { version: 1, kind: "mix" as const, layers: [{ layer: "rain", gainDb: 0 }] };
    const id = await sharedId(canonicalShared({ ...mix, version: 1 }));
    const at = new URL(`${ORIGIN}/s/${id}`);
    await open(screen, at);
    await said(/nothing here/);
    await open(screen, new URL(`${ORIGIN}/s/short`));
    await said(/nothing here/);
    service.shared.set(id, { ...mix, layers: [{ layer: "rain", gainDb: -1 }] });
    await open(screen, at);
    await said(/is damaged/);
    service.shared.set(id, { ...mix, version: 2 });
    await open(screen, at);
    await said(/a newer Luwte/);
  });

  it("can be reported, with words or without", async () => {
    const screen = await openWithAccount({ language: "en" });
    await open(screen, await sharedMix(screen));
    await page.getByText("Report this").click();
    await page.getByRole("radio", { name: "Something else" }).click();
    await page.getByLabelText("In your own words, if you like").fill("Far too happy.");
    await button("Send the report").click();
    await said(/has been sent/);
    expect(screen.service.reports).toEqual([{ reason: "other", note: "Far too happy." }]);
  });
});

describe("a guided session", () => {
  it("is encrypted here: the service gets no word of it, and the key stands in the link alone", async () => {
    const screen = await openWithAccount({ language: "en" });
    screen.app.sheets.push({ kind: "preview", session: WIND_DOWN });
    await button("Share").click();
    await said(/encrypted here/);
    const link = await share();
    expect(link.hash).toHaveLength(44);
    const [document] = screen.service.shared.values();
    const sent = JSON.stringify(document);
    expect(sent).not.toContain("Arriving");
    expect(sent).not.toContain(link.hash.slice(1));

    await open(screen, link);
    await said(/None of us has read them/);
    await said("Arriving");
    await open(screen, new URL(link.href.replace(/#.*/, "")));
    await said(/its key is missing/);
  });

  it("by somebody else is nowhere louder than a stranger's mix may be, and its lines are called by their words", async () => {
    const screen = await openWithAccount({ language: "en" });
    const account = await screen.account();
    const layers = ["rain", "brown", "ocean", "beats", "rain"].map((layer) => ({ layer, gainDb: 6 }));
    const outcome = await account.sharing.shareScript("x", { ...WIND_DOWN, bed: { layers } }, "1-day");
    if (!outcome.ok) throw new Error(outcome.trouble.code);
    const opened = await account.sharing.open(outcome.value.id, outcome.value.key);
    if (!opened.ok) throw new Error(opened.why);
    expect(togetherDb(layers)).toBeGreaterThan(MAX_TOGETHER_DB);
    expect(togetherDb(opened.session.bed.layers)).toBeLessThanOrEqual(MAX_TOGETHER_DB);
    expect(opened.session.id).toMatch(/^shared-[0-9a-f]{32}$/);
    const [first] = opened.session.scripts?.en?.parts[0]?.items ?? [];
    expect(first && "say" in first && first.say.line).toMatch(/^[0-9a-f]{8}$/);
  });
});
