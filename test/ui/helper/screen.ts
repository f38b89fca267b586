import "../../../src/ui/style/base.css";
import { onTestFinished } from "vitest";
import type { App } from "../../../src/ui/model/app.ts";
import { mountApp } from "../../../src/ui/mount.tsx";
import { FRAME_MS } from "../../../src/ui/night/useFrame.ts";
import { testDeps } from "./deps.ts";
import type { FakePlayer } from "./fakePlayer.ts";

/** Draws the app over a scripted night and waits until it is as the person left it. It goes with its test. */
export async function openScreen(options: Parameters<typeof testDeps>[0] = {}): Promise<{
  readonly app: App;
  readonly player: FakePlayer;
  readonly saved: Awaited<ReturnType<typeof testDeps>>["saved"];
  /** What is kept of the person and what they wrote. */
  readonly own: Awaited<ReturnType<typeof testDeps>>["own"];
}> {
  const { deps, player, saved, own } = await testDeps(options);
  const root = document.createElement("div");
  document.body.append(root);
  const mounted = mountApp(root, deps);
  onTestFinished(() => {
    mounted.unmount();
    document.body.replaceChildren();
  });
  await mounted.restored;
  await frames(2);
  return { app: mounted.app, player, saved, own };
}

/** Waits until that many frames have been drawn. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until the night's screen has looked at its player again, and what it saw is on the screen. */
export async function nightDrawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2 * FRAME_MS));
  await frames(2);
}
