import { describe, expect, test } from "vitest";
import { bedRequest } from "./helper/request.ts";
import { Rig, spoken } from "./helper/rig.ts";

async function spokenByDevice(): Promise<Rig> {
  const rig = new Rig();
  const session = { ...spoken("wind-down", ["arrive", "body", "rest"]), bed: bedRequest().session.bed };
  await rig.player.begin(bedRequest({ session, narrator: { kind: "device" } }));
  return rig;
}

const said = (rig: Rig) =>
  rig.guides.flatMap((guide) => guide.timeline.cues.map((cue) => cue.kind === "say" && cue.text));

describe("a night that the device itself speaks", () => {
  test("keeps the screen on while it sounds, and lets it go", async () => {
    const rig = await spokenByDevice();
    expect(rig.asked).toContain("screen on");
    rig.player.pause();
    expect(rig.asked.at(-1)).toBe("lock screen paused");
    expect(rig.asked).toContain("screen off");
  });

  test("waits while the page is hidden and goes on with what it had not said; the sound stays", async () => {
    const rig = await spokenByDevice();
    await rig.pass(11);
    rig.show(false);
    expect(rig.asked).toContain("drop words");
    expect(rig.running).toBe(true);
    await rig.pass(120);
    rig.show(true);
    expect(said(rig)).toEqual(["Dit is body.", "Dit is rest."]);
    const [guide] = rig.guides;
    const first = (guide?.atSeconds ?? 0) + (guide?.timeline.cues[0]?.atSeconds ?? 0);
    expect(first).toBeGreaterThan(rig.seconds);
  });

  test("does not go on where it was too much meanwhile", async () => {
    const rig = await spokenByDevice();
    await rig.pass(11);
    rig.show(false);
    rig.player.tooMuch();
    rig.show(true);
    expect(rig.guides).toEqual([]);
  });
});

test("recordings need neither screen nor page", async () => {
  const rig = new Rig();
  await rig.player.begin(bedRequest({ narrator: { kind: "captions" } }));
  rig.show(false);
  rig.show(true);
  expect(rig.asked).not.toContain("screen on");
  expect(rig.asked).not.toContain("drop words");
});
