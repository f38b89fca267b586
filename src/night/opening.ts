import type { NightEngine, Pack, PlayerDeps } from "./deps.ts";
import type * as Guides from "./guides.ts";
import type { CheckIn, NightRequest } from "./night.ts";

/** When the first minute says what (content brief): one acknowledgement, then where the phone may go. */
const ACKNOWLEDGE_SECONDS = 15;
const PUT_AWAY_SECONDS = 30;
/** Words are laid this long before they are heard, so that an answer given by then still counts. */
export const LAID_AHEAD_SECONDS = 3;

/**
 * Lays the first minute of a night without a guide into it. Answers to "Hoe is het nu?" count until shortly before
 * the acknowledgement.
 * @param answer what the person has answered, if anything
 * @param wanted whether words are still wanted
 */
export function layOpening(options: {
  readonly engine: NightEngine;
  readonly request: NightRequest;
  readonly opening: PlayerDeps["opening"];
  readonly laying: () => Promise<typeof Guides>;
  readonly pack: () => Promise<Pack | null>;
  readonly answer: () => CheckIn | null;
  readonly wanted: () => boolean;
}): void {
  const { engine, request } = options;
  const say = (part: () => string, seconds: number) =>
    engine.at(seconds - LAID_AHEAD_SECONDS, async () => {
      const pack = await options.pack();
      const laying = await options.laying().catch(() => null);
      const opening = await options.opening().catch(() => null);
      if (!opening || !laying || !options.wanted() || engine.seconds > seconds) return;
      engine.addGuide(laying.guideOf(opening, request, pack, seconds, [part()]));
    });
  say(() => options.answer() ?? "usual", ACKNOWLEDGE_SECONDS);
  say(() => "put-away", PUT_AWAY_SECONDS);
}
