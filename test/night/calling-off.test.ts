import { describe, expect, test } from "vitest";
import { bedRequest } from "./helper/request.ts";
import { Rig, settle } from "./helper/rig.ts";

describe("a stop while the night loads", () => {
  test("calls it off at once: nothing sounds, nothing is kept, the device is free", async () => {
    const rig = new Rig();
    const layers = held();
    rig.loading = layers.promise;
    const beginning = rig.player.begin(bedRequest());
    await settle();
    expect(rig.claimed).toBe(true);
    rig.player.stop();
    expect(rig.player.state).toMatchObject({ phase: "idle", problem: null, request: null });
    expect(rig.asked).toContain("close");
    layers.free();
    await beginning;
    expect(rig.player.state.phase).toBe("idle");
    expect(rig.running).toBe(false);
    expect(rig.kept).toBeNull();
    expect(rig.claimed).toBe(false);
  });

  test("counts before the device is claimed, too: it is given back as soon as it comes", async () => {
    const rig = new Rig();
    const claim = held();
    rig.claiming = claim.promise;
    const beginning = rig.player.begin(bedRequest());
    rig.player.stop();
    claim.free();
    await beginning;
    expect(rig.plan).toBeNull();
    expect(rig.claimed).toBe(false);
  });

  test("leaves alone what is begun after it", async () => {
    const rig = new Rig();
    const layers = held();
    rig.loading = layers.promise;
    const first = rig.player.begin(bedRequest());
    await settle();
    rig.player.stop();
    rig.loading = Promise.resolve();
    await rig.player.begin(bedRequest({ timer: { minutes: 30 } }));
    expect(rig.player.state).toMatchObject({ phase: "playing", deadline: rig.now + 1_800_000 });
    layers.free();
    await first;
    await settle();
    expect(rig.player.state).toMatchObject({ phase: "playing", deadline: rig.now + 1_800_000 });
    expect(rig.running).toBe(true);
    expect(rig.claimed).toBe(true);
    expect(rig.kept?.deadline).toBe(rig.now + 1_800_000);
  });
});

/** A promise that a test keeps back. */
function held(): { promise: Promise<void>; free: () => void } {
  let free: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    free = resolve;
  });
  return { promise, free };
}
