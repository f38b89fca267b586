/**
 * Gives AudioParam its `cancelAndHoldAtTime` where a browser has none (Firefox): what is planned after the time is taken
 * back, and what ends at that very time stays. Tone cuts a ramp that is under way by itself and asks for this only where
 * an event stands at the time and none comes after it (Tone 15.5.44, core/context/Param).
 * @param prototype AudioParam's; left as it is where it has its own
 */
export function offerCancelAndHold(prototype: AudioParam): void {
  if ("cancelAndHoldAtTime" in prototype) return;
  Object.defineProperty(prototype, "cancelAndHoldAtTime", {
    configurable: true,
    value(this: AudioParam, time: number): AudioParam {
      return this.cancelScheduledValues(time + LEAST_SECONDS);
    },
  });
}

/** Less than a frame at any rate, and more than a double loses in a year of seconds. */
const LEAST_SECONDS = 1e-7;
