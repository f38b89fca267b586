import { type Dose, withDose } from "../../session/person/dose.ts";
import type { App } from "../model/app.ts";

/** Less than this was no time at all, seconds. */
const LEAST_SECONDS = 30;
/** It is written down again after so much more, seconds: a page that is killed has lost no more. */
const STEP_SECONDS = 30;

/**
 * Writes down how much of a guided session is heard, from the press that begins it to its end, on this device alone.
 * "Te veel" ends it there, and counts as how it was.
 * @param wantedSeconds length of the guided part; what is heard after it is the bed
 */
export function followDose(app: App, session: string, wantedSeconds: number | null): void {
  const { player } = app.deps;
  const atMs = app.deps.now();
  let began = false;
  let written = 0;
  let dose: Dose = { session, atMs, seconds: 0, how: null };

  function write(): void {
    if (dose.seconds < LEAST_SECONDS) return;
    written = dose.seconds;
    // What was said of it meanwhile stays.
    const how = app.person.value.doses.find((each) => each.session === session && each.atMs === atMs)?.how;
    app.changePerson({ doses: withDose(app.person.value.doses, { ...dose, how: dose.how ?? how ?? null }) });
  }

  function hear(): void {
    if (dose.how) return;
    const heard = Math.min(player.positionSeconds(), wantedSeconds ?? Number.POSITIVE_INFINITY);
    if (heard > dose.seconds) dose = { ...dose, seconds: heard };
  }

  const stopCues = player.onCue(() => {
    if (!began) return;
    hear();
    if (dose.seconds >= written + STEP_SECONDS) write();
  });
  const stop = player.subscribe(({ phase, guide }) => {
    if (phase === "loading" || phase === "playing") began = true;
    if (!began) return;
    if (phase === "ended" || phase === "idle") {
      write();
      stopCues();
      stop();
      return;
    }
    hear();
    if (guide === "planned" || dose.how) return;
    if (dose.seconds < (wantedSeconds ?? Number.POSITIVE_INFINITY)) dose = { ...dose, how: "too-much" };
    write();
  });
}
