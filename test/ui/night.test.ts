import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { HOLD_MS } from "../../src/ui/night/press.ts";
import { BEDTIME_MS } from "./helper/deps.ts";
import { frames, nightDrawn, openScreen } from "./helper/screen.ts";

beforeEach(() => page.viewport(390, 844));

async function startNight(options: Parameters<typeof openScreen>[0] = {}) {
  const screen = await openScreen(options);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect.poll(() => document.querySelector(".night")).not.toBeNull();
  // Keys are listened to from the next frame on.
  await frames(3);
  return screen;
}

function surface(): Element {
  const night = document.querySelector(".night");
  if (!night) throw new Error("the night is not on the screen");
  return night;
}

function pointer(type: string, x = 100, y = 200): void {
  const press = { isPrimary: true, button: 0, clientX: x, clientY: y, bubbles: true };
  surface().dispatchEvent(new PointerEvent(`pointer${type}`, press));
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it("asks the screen for no pictures while nothing on it moves", async () => {
  await startNight();
  const asked = vi.spyOn(window, "requestAnimationFrame");
  onTestFinished(() => asked.mockRestore());
  await wait(300);
  expect(asked).not.toHaveBeenCalled();
});

describe("a finger on the dark screen", () => {
  it("that taps says still awake, and is answered in words", async () => {
    const { player } = await startNight();
    pointer("down");
    await wait(80);
    pointer("up");
    expect(player.called("stillAwake")).toHaveLength(1);
    await expect.element(page.getByText("Dat mag. Het geluid blijft nog een tijd.")).toBeVisible();
  });

  it("that taps twice within a minute has something to change: the controls open", async () => {
    let now = BEDTIME_MS;
    const { player, app } = await startNight({ now: () => now });
    async function tap(): Promise<void> {
      pointer("down");
      await wait(80);
      pointer("up");
    }
    await tap();
    now += 61_000;
    await tap();
    expect(app.sheets.open.value).toEqual([]);
    now += 20_000;
    await tap();
    expect(player.called("stillAwake")).toHaveLength(3);
    expect(app.sheets.open.value).toEqual([{ kind: "controls" }]);
  });

  it("that holds for a second says too much: a ring while it holds, words when it is heard", async () => {
    const { player } = await startNight();
    pointer("down");
    await wait(HOLD_MS / 2);
    expect(document.querySelector(".hold-on")).not.toBeNull();
    expect(player.called("tooMuch")).toHaveLength(0);
    await wait(HOLD_MS / 2 + 100);
    expect(player.called("tooMuch")).toHaveLength(1);
    pointer("up");
    await expect.element(page.getByText("Geen woorden meer. Het geluid blijft.")).toBeVisible();
    expect(document.querySelector(".hold-on")).toBeNull();
    expect(player.called("stillAwake")).toHaveLength(0);
  });

  it("that holds again asks for grounding, which speaks for itself", async () => {
    const { player } = await startNight();
    player.set({ guide: "gone" });
    pointer("down");
    await wait(HOLD_MS + 100);
    pointer("up");
    expect(player.state.guide).toBe("grounding");
    expect(document.querySelector(".caption")?.textContent).toBe("");
  });

  it("that lets go in between, or wanders off, means nothing", async () => {
    const { player } = await startNight();
    pointer("down");
    await wait(750);
    pointer("up");
    pointer("down");
    pointer("move", 100, 260);
    pointer("up");
    pointer("down");
    pointer("cancel");
    await wait(HOLD_MS + 100);
    expect(player.calls.map(([name]) => name)).toEqual(["wake", "begin"]);
  });
});

describe("keys in the night", () => {
  it("pause and go on with space", async () => {
    const { player } = await startNight();
    await userEvent.keyboard(" ");
    expect(player.state.phase).toBe("paused");
    await userEvent.keyboard(" ");
    expect(player.state.phase).toBe("playing");
  });

  it("tap and hold with enter", async () => {
    const { player } = await startNight();
    await userEvent.keyboard("{Enter}");
    expect(player.called("stillAwake")).toHaveLength(1);
    await userEvent.keyboard("{Enter>}");
    await wait(HOLD_MS + 100);
    await userEvent.keyboard("{/Enter}");
    expect(player.called("tooMuch")).toHaveLength(1);
    expect(player.called("stillAwake")).toHaveLength(1);
  });

  it("that stay down are pressed once, on the surface and on a button", async () => {
    const { player } = await startNight();
    const enter = (target: Element, type: string, repeat: boolean) => {
      const event = new KeyboardEvent(type, { key: "Enter", repeat, bubbles: true, cancelable: true });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    enter(document.body, "keydown", false);
    for (let held = 0; held < 2.2 * HOLD_MS; held += 100) {
      await wait(100);
      enter(document.body, "keydown", true);
    }
    enter(document.body, "keyup", false);
    expect(player.called("tooMuch")).toHaveLength(1);
    expect(player.called("stillAwake")).toHaveLength(0);
    const button = page.getByRole("button", { name: "Te veel" }).element();
    expect(enter(button, "keydown", false)).toBe(false);
    expect(enter(button, "keydown", true)).toBe(true);
  });

  it("open and close the controls with escape", async () => {
    await startNight();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("dialog", { name: "Bediening" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.querySelector("dialog")).toBeNull();
  });

  it("reach everything: still awake, too much, controls, in that order", async () => {
    const { player } = await startNight();
    const order: string[] = [];
    for (let i = 0; i < 3; i++) {
      await userEvent.tab();
      order.push(
        document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
      );
    }
    expect(order).toEqual(["Nog wakker", "Te veel", "Bediening"]);
    await userEvent.tab({ shift: true });
    await userEvent.keyboard("{Enter}");
    expect(player.called("tooMuch")).toHaveLength(1);
    expect(player.called("stillAwake")).toHaveLength(0);
  });
});

describe("the controls", () => {
  it("pause, go on, and stop to a short good night", async () => {
    const { player } = await startNight();
    await page.getByRole("button", { name: "Bediening" }).click();
    await page.getByRole("button", { name: "Pauze" }).click();
    expect(player.state.phase).toBe("paused");
    await page.getByRole("dialog").getByRole("button", { name: "Verder" }).click();
    expect(player.state.phase).toBe("playing");
    await page.getByRole("button", { name: "Stop" }).click();
    await expect.element(page.getByText("De nacht is van jou.")).toBeVisible();
    await page.getByRole("button", { name: "Naar het begin" }).click();
    await expect.element(page.getByRole("button", { name: "Begin" })).toBeVisible();
  });

  it("change the end when the hand lets go of the slider", async () => {
    const { player } = await startNight();
    await page.getByRole("button", { name: "Bediening" }).click();
    await page.getByRole("slider", { name: "Tijd tot het stil is" }).fill("19");
    expect(player.called("setTimer")).toEqual([[{ minutes: 600 }]]);
    await page.getByRole("slider", { name: "Tijd tot het stil is" }).fill("20");
    expect(player.called("setTimer").at(-1)).toEqual(["all-night"]);
  });

  it("set the guide's level where someone speaks, and not where nobody does", async () => {
    const narrator = { kind: "device" } as const;
    const { player, saved } = await startNight({ routine: { narrator } });
    await page.getByRole("button", { name: "Bediening" }).click();
    await page.getByRole("slider", { name: "Volume van de gids" }).fill("-6");
    expect(player.called("setGuideLevel")).toEqual([[-6]]);
    expect(saved.at(-1)?.guideGainDb).toBe(-6);
    player.set({ guide: "gone" });
    await expect
      .poll(() => page.getByRole("slider", { name: "Volume van de gids" }).elements())
      .toHaveLength(0);
  });

  it("set levels that are heard at once and remembered for this session", async () => {
    const { player, saved } = await startNight();
    await page.getByRole("button", { name: "Bediening" }).click();
    await page.getByRole("button", { name: "Volume per laag" }).click();
    await page.getByRole("slider", { name: "Regen" }).fill("-9");
    await page.getByRole("button", { name: "Zee" }).click();
    expect(player.called("setLevel")).toEqual([
      ["rain", -9],
      ["ocean", -12],
    ]);
    expect(saved.at(-1)?.levels["rain-window"]?.map(({ layer, gainDb }) => [layer, gainDb])).toEqual([
      ["rain", -9],
      ["brown", -14],
      ["ocean", -12],
    ]);
  });
});

it("waits in the open while it is paused: a touch does not start it, its button does", async () => {
  const { player } = await startNight();
  player.set({ phase: "paused" });
  await frames(2);
  pointer("down");
  pointer("up");
  expect(player.called("stillAwake")).toHaveLength(0);
  await page.getByRole("button", { name: "Verder" }).click();
  expect(player.called("resume")).toHaveLength(1);
});

describe("once a full stop was asked for", () => {
  it("the screen is dark, and nothing on it can be pressed any more", async () => {
    const { player, app } = await startNight();
    player.seconds = 5;
    player.phase = "in";
    await nightDrawn();
    expect(page.getByRole("group", { name: "Hoe is het nu?" }).elements()).toHaveLength(1);
    app.sheets.push({ kind: "controls" });
    player.set({ phase: "fading", stopping: true });
    player.say("De zee is er nog.");
    await nightDrawn();
    expect(document.querySelector("dialog")).toBeNull();
    expect(surface().textContent).toBe("");
    expect(surface().querySelector("button")).toBeNull();
    pointer("down");
    expect(document.querySelector(".hold-on")).toBeNull();
    pointer("up");
    pointer("down");
    await wait(HOLD_MS + 100);
    await userEvent.keyboard(" {Enter}{Escape}");
    await nightDrawn();
    expect(surface().textContent).toBe("");
    expect(document.querySelector("dialog")).toBeNull();
    expect(player.calls.map(([name]) => name)).toEqual(["wake", "begin"]);
  });
});
