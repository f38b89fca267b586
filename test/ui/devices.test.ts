import jsQR from "jsqr";
import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ORIGIN, openWithAccount } from "./helper/account.ts";
import { frames } from "./helper/screen.ts";
import { CODE, ScriptedService } from "./helper/scriptedService.ts";
import { shownColours } from "./helper/shownColours.ts";

beforeEach(() => page.viewport(390, 1200));

const button = (name: string) => page.getByRole("button", { name, exact: true });
const said = (words: string | RegExp) => expect.element(page.getByText(words)).toBeVisible();

/** What a camera reads on the screen. */
async function scanned(): Promise<string | undefined> {
  const base64 = await page.screenshot({
    save: false,
    element: document.querySelector(".qr") ?? document.body,
  });
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  if (!context) throw new Error("no canvas here");
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  return jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data;
}

describe("a device that is alone", () => {
  it("says so, and has asked nobody anything", async () => {
    const { service } = await openWithAccount({ language: "en" });
    await button("Devices").click();
    await said(/on this device alone/);
    expect(service.asked).toEqual([]);
  });

  it("shows a code that a camera reads without turning it around, and no blue, and tells who joined", async () => {
    const { service } = await openWithAccount();
    await button("Toestellen").click();
    await button("Voeg een toestel toe").click();
    await said(CODE);
    expect(await scanned()).toBe(`${ORIGIN}/#join=${CODE}`);
    expect((await shownColours()).blue).toBe(0);
    service.join("Tablet");
    await said("Tablet is verbonden.");
    await button("Terug").click();
    await expect.poll(() => service.asked).toContain("DELETE /api/pairing");
  });

  it("joins by a code that is typed, and by a wrong one does not", async () => {
    const { service } = await openWithAccount({ language: "en", routine: { guideGainDb: -6 } });
    service.join("Computer");
    await button("Devices").click();
    await button("I have a code").click();
    await page.getByLabelText("Code of eight characters").fill("XXXX-XXXX");
    await button("Connect").click();
    await said(/lets nobody in/);
    await page.getByLabelText("Code of eight characters").fill(CODE);
    await page.getByLabelText("Name of the device").fill("My phone");
    await userEvent.keyboard("{Enter}");
    await said("This device is connected.");
    expect(service.devices.map(({ name }) => name)).toEqual(["Computer", "My phone"]);
    await expect
      .poll(() => service.documents.get("routine")?.content)
      .toMatchObject({ routine: { guideGainDb: -6 } });
  });

  it("asks before it joins by a link", async () => {
    const { app, service } = await openWithAccount({ language: "en" });
    app.sheets.push({ kind: "account", page: "join", by: "code", given: CODE });
    await said(/evening on the other device comes here/);
    expect(service.asked).toEqual([]);
    await button("Connect").click();
    await said("This device is connected.");
  });

  it("comes back by a recovery sheet, as it stands on paper", async () => {
    const { app, service } = await openWithAccount({ language: "en" });
    const { profileId, secret } = service.join("Recovery", "recovery");
    app.sheets.push({ kind: "account", page: "join", by: "recovery", given: "" });
    await page.getByLabelText("Key on the recovery sheet").fill("too short");
    await button("Connect").click();
    await said(/isn’t a whole key/);
    await page
      .getByLabelText("Key on the recovery sheet")
      .fill(`${profileId.slice(0, 20)}\n ${profileId.slice(20)}.${secret}`);
    await button("Connect").click();
    await said("This device is connected.");
  });
});

describe("a device that is connected", () => {
  async function connected(language: "nl" | "en" = "en") {
    const screen = await openWithAccount({ language });
    const account = await screen.account();
    await account.connection.ensure();
    screen.service.join("Tablet");
    await button(language === "nl" ? "Toestellen" : "Devices").click();
    await said(language === "nl" ? "Verbonden toestellen" : "Connected devices");
    await said("Tablet");
    return { ...screen, account };
  }

  it("gives another name, and shuts another out after asking", async () => {
    const { service } = await connected();
    await button("Rename Tablet").click();
    await page.getByLabelText("Name of the device").fill("Bedside");
    await button("Save").click();
    await said("Bedside");
    await button("Remove Bedside").click();
    expect(service.devices).toHaveLength(2);
    await said(/will no longer belong here/);
    await button("Yes, do it").click();
    await expect.poll(() => service.devices.map(({ name }) => name)).toEqual(["Phone"]);
    await expect.poll(() => page.getByText("Bedside").elements()).toHaveLength(0);
  });

  it("follows another within a moment, on the screen too", async () => {
    const { app, service, account } = await connected();
    await expect.poll(() => account.connection.state.value).toBe("synced");
    const { language: _l, haptics: _h, ...evening } = app.routine.value;
    const routine = { ...evening, timer: { minutes: 20 }, session: "wind-down" };
    service.put("routine", { version: 1, changedAt: Date.now(), routine, aside: [] });
    service.put("settings", {
      version: 1,
      changedAt: Date.now(),
      settings: { language: "nl", haptics: false },
    });
    await expect.poll(() => app.routine.value.timer).toEqual({ minutes: 20 });
    await expect.poll(() => app.session.value.id).toBe("wind-down");
    await said("Verbonden toestellen");
  });

  it("leaves a night alone, and catches up after it", async () => {
    const { app, player, service, account } = await connected();
    await expect.poll(() => account.connection.state.value).toBe("synced");
    app.sheets.closeAll();
    await button("Begin").click();
    const { language: _l, haptics: _h, ...evening } = app.routine.value;
    const asked = service.asked.length;
    service.put("routine", {
      version: 1,
      changedAt: Date.now(),
      routine: { ...evening, guideGainDb: -9 },
      aside: [],
    });
    await frames(10);
    expect(app.routine.value.guideGainDb).toBe(0);
    expect(service.asked).toHaveLength(asked);
    player.stop();
    await expect.poll(() => app.routine.value.guideGainDb).toBe(-9);
  });

  it("offers the other evening where two devices chose differently, and takes it back", async () => {
    const { app, service, account } = await connected();
    await expect.poll(() => account.connection.state.value).toBe("synced");
    const { language: _l, haptics: _h, ...evening } = app.routine.value;
    service.mishaps.push("lost", "lost", "lost", "lost");
    app.change({ timer: "all-night" });
    service.put("routine", {
      version: 1,
      changedAt: Date.now() + 1000,
      routine: { ...evening, timer: { minutes: 20 } },
      aside: [],
    });
    await said("Other evenings");
    expect(app.routine.value.timer).toEqual({ minutes: 20 });
    await page.getByRole("button", { name: /^Take this one/ }).click();
    expect(app.routine.value.timer).toBe("all-night");
    await expect
      .poll(() => service.documents.get("routine")?.content)
      .toMatchObject({ routine: { timer: "all-night" }, aside: [{ routine: { timer: { minutes: 20 } } }] });
    await page.getByRole("button", { name: /^Let it go/ }).click();
    await expect.poll(() => page.getByText("Other evenings").elements()).toHaveLength(0);
  });

  it("says plainly that it is no longer connected, and loses nothing", async () => {
    const { app, service, keep } = await connected();
    app.change({ timer: "all-night" });
    service.devices.length = 0;
    service.revoke("");
    await said(/no longer connected/);
    expect(app.routine.value.timer).toBe("all-night");
    expect(keep.values.has("document:routine")).toBe(true);
    await button("I have a code").click();
    await said("Connect this device");
  });

  it("makes a recovery sheet that a camera reads, when asked", async () => {
    const { service } = await connected();
    await button("Make a recovery sheet").click();
    expect(service.devices.map(({ kind }) => kind)).not.toContain("recovery");
    await button("Make a recovery sheet").click();
    await said("Luwte recovery sheet");
    const sheet = service.devices.find(({ kind }) => kind === "recovery");
    expect(await scanned()).toBe(`${ORIGIN}/#recover=${sheet?.key}`);
    expect(document.querySelector(".key")?.textContent?.replace(/^Key|\s/g, "")).toBe(sheet?.key);
    expect((await shownColours()).blue).toBe(0);
  });

  it("erases everything when the word is written, and nothing where the service cannot be reached", async () => {
    const { service, keep, hasLeft } = await connected();
    await button("Erase everything").click();
    await expect.element(button("Erase it all now")).toBeDisabled();
    await page.getByLabelText("Type erase to go on").fill("erase");
    service.mishaps.push("lost");
    await button("Erase it all now").click();
    await said(/can’t be reached/);
    expect([service.erased, hasLeft()]).toEqual([false, false]);
    expect(keep.values.size).toBeGreaterThan(0);
    await button("Erase it all now").click();
    await expect.poll(hasLeft).toBe(true);
    expect(service.erased).toBe(true);
    expect([...keep.values.keys()]).toEqual([]);
  });
});

it("takes everything out as a file, and in elsewhere, where nothing is lost", async () => {
  const first = await openWithAccount();
  first.app.change({ timer: "all-night" });
  const account = await first.account();
  account.mixes.keep("Mijn zee", [{ layer: "ocean", gainDb: -3 }]);
  await account.sharing.shareMix("Regen", [{ layer: "rain", gainDb: 0 }], "1-day");
  first.app.changePerson({ cautions: ["tinnitus"], slots: { anchor: "warm zand" } });
  const letter = {
    id: "letter-5",
    kind: "letter",
    texts: ["Je was niet te veel."],
    atMs: 5,
    untilMs: null,
  } as const;
  await (await first.app.openCare()).writings.put({ ...letter, texts: [...letter.texts] });
  const text = await account.exportFile();
  expect(text).not.toContain("secret");

  document.body.replaceChildren();
  const second = await openWithAccount({ service: new ScriptedService() });
  const other = await second.account();
  other.mixes.keep("Mijn bos", [{ layer: "rain", gainDb: -6 }]);
  second.app.change({ guideGainDb: -6 });
  second.app.changePerson({ cautions: ["pain"], slots: { anchor: "een steen" } });
  await button("Toestellen").click();
  await said("Meenemen");
  const input = page
    .getByLabelText("Haal een bestand op")
    .elements()
    .find((each) => each.matches("input"));
  if (!input) throw new Error("there is no place for a file");
  const bring = (content: string) => userEvent.upload(input, new File([content], "luwte.json"));
  await bring("{}");
  await said(/niet van Luwte/);
  await bring(text.replace('"version": 1', '"version": 7'));
  await said(/nieuwere Luwte/);
  await bring(text);
  await said(/erbij gehaald/);
  expect(second.app.routine.value).toMatchObject({ timer: "all-night", guideGainDb: -6 });
  expect(second.app.person.value).toMatchObject({
    cautions: ["pain", "tinnitus"],
    slots: { anchor: "een steen" },
  });
  expect(await (await second.app.openCare()).writings.all()).toEqual([letter]);
  expect(other.mixes.sessions.value.map(({ titles }) => titles.nl)).toEqual(["Mijn bos", "Mijn zee"]);
  expect(await other.sharing.mine()).toEqual(await account.sharing.mine());
  expect(second.service.asked).toEqual([]);
});
