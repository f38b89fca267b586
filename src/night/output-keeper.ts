import type { Clock, NightEngine } from "./deps.ts";
import type { EndingKeeper } from "./ending-keeper.ts";
import { type Output, type OutputDeed, type OutputEvent, outputStep } from "./output.ts";

/** How often the output is looked at while a night goes on, milliseconds. */
const LOOK_MS = 1000;
/** A clock that has not moved for so many looks stands still. */
const STILL_LOOKS = 3;
/** The wall clock may be this far from where the end is laid, seconds. */
const DRIFT_SECONDS = 0.5;

/** What the output asks of its night. */
export interface OutputNight {
  /** Nothing is to be heard for now. */
  rests(): void;
  /** It is heard again: the end belongs where the wall clock has it. */
  sounds(): void;
  /** The browser would not let it sound. */
  refused(): void;
  ended(): void;
  /** Begins anew at a night time. Resolves to whether it sounds. */
  again(fromSeconds: number): Promise<boolean>;
}

/** Keeps a night's output in the state it ought to be in: runs the machine of {@link outputStep} on the engine. */
export class OutputKeeper {
  readonly #engine: NightEngine;
  readonly #clock: Clock;
  readonly #ending: Pick<EndingKeeper, "driftSeconds" | "passedSeconds">;
  readonly #night: OutputNight;
  #output: Output = "off";
  #cancelLook: (() => void) | null = null;
  #stillLooks = 0;
  #lastSeconds = 0;
  #rate = 0;

  constructor(
    engine: NightEngine,
    clock: Clock,
    ending: Pick<EndingKeeper, "driftSeconds" | "passedSeconds">,
    night: OutputNight,
  ) {
    this.#ending = ending;
    this.#engine = engine;
    this.#clock = clock;
    this.#night = night;
  }

  /** What it is doing now. */
  get output(): Output {
    return this.#output;
  }

  /** A night sounds; from now on it is looked after. */
  begun(): void {
    this.#rate = this.#engine.rate;
    this.#lastSeconds = this.#engine.seconds;
    this.#stillLooks = 0;
    this.happens("begun");
    this.#lookLater();
  }

  /** The context has stopped or runs again without being asked. */
  told(state: AudioContextState): void {
    // In a hidden page timers may come a minute late: a call that outlasts the night is not followed by the sea.
    const runs = this.#ending.passedSeconds > 0 ? "ended" : "runs";
    this.happens(state === "running" ? runs : state);
  }

  happens(event: OutputEvent): void {
    const { to, does } = outputStep(this.#output, event);
    this.#output = to;
    for (const deed of does) this.#do(deed);
  }

  /** The night is over, for whatever reason. */
  over(): void {
    this.#output = "off";
    this.#cancelLook?.();
    this.#cancelLook = null;
  }

  #do(deed: OutputDeed): void {
    const [engine, night] = [this.#engine, this.#night];
    const deeds: Record<OutputDeed, () => void> = {
      hold: () => engine.hold(),
      drop: () => engine.drop(),
      rest: () => night.rests(),
      "come-back": () => void this.#settle(engine.release()),
      restart: () => engine.restart(),
      reopen: () => this.#reopen(),
      replan: () => night.sounds(),
      end: () => night.ended(),
    };
    deeds[deed]();
  }

  #reopen(): void {
    // A context that is let go takes its night's time with it.
    this.#lastSeconds = this.#engine.seconds || this.#lastSeconds;
    this.#engine.renew();
    void this.#settle(
      this.#night.again(this.#lastSeconds).then((came) => {
        this.#rate = this.#engine.rate;
        return came;
      }),
    );
  }

  async #settle(coming: Promise<boolean>): Promise<void> {
    const came = await coming;
    if (this.#output === "off") return;
    this.happens(came ? "came-back" : "refused");
    if (!came) this.#night.refused();
  }

  #lookLater(): void {
    this.#cancelLook?.();
    this.#cancelLook = this.#clock.after(LOOK_MS, () => {
      this.#look();
      if (this.#output !== "off") this.#lookLater();
    });
  }

  /** Also the first thing that a page does when it wakes from a long freeze. */
  #look(): void {
    const { driftSeconds, passedSeconds } = this.#ending;
    const { seconds, rate, running } = this.#engine;
    const moved = seconds !== this.#lastSeconds;
    this.#lastSeconds = seconds || this.#lastSeconds;
    this.#stillLooks = moved || !running ? 0 : this.#stillLooks + 1;
    if (passedSeconds > DRIFT_SECONDS) this.happens("ended");
    else if (this.#stillLooks >= STILL_LOOKS) {
      this.#stillLooks = 0;
      this.happens("stood-still");
    } else if (rate !== this.#rate) this.happens("rate-changed");
    else if (running && moved) {
      this.happens("moves");
      if (Math.abs(driftSeconds) > DRIFT_SECONDS) this.happens("late");
    }
  }
}
