import { DEFAULT_PATTERN } from "../breath.ts";
import type { Item } from "../item.ts";
import { PULSE_LAYER } from "../pulse-layer.ts";
import type { LayerLevel, Part, Script, SessionDocument } from "../schema.ts";
import type { CautionCode } from "./caution.ts";
import type { Suit } from "./suit.ts";

/** What somebody marked of themselves that changes what sounds. */
export interface Suiting {
  readonly cautions: readonly CautionCode[];
  /** Layers that are never used: "nooit meer". */
  readonly never: readonly string[];
}

/** Slow beats pulse (content brief: none with epilepsy). */
const PULSED: readonly string[] = ["beats"];
/** Layers of pitched sound (content brief: nothing tonal with tinnitus). */
const TONAL: readonly string[] = ["beats", "bell", "bowl", "drone", "music", "pad"];
/** What a mix becomes of which nothing is left: the first of these that is not refused, the broadest first. */
const LAST_RESORT: readonly string[] = ["brown", "pink", "rain", "ocean", "wind", "stream", "fan", "white"];
/** A bell stands alone this long (layout.ts); what takes its place is as long, seconds. */
const BELL_SECONDS = 4;

/** Whether a layer is never used for this person. */
export function isRefused(layer: string, { cautions, never }: Suiting): boolean {
  if (never.includes(layer)) return true;
  if (cautions.includes("epilepsy") && PULSED.includes(layer)) return true;
  return cautions.includes("tinnitus") && TONAL.includes(layer);
}

/**
 * A mix without what is refused. Where nothing of it is left, one broad sound comes instead; empty only where every one
 * of these is refused too.
 */
export function suitedMix(mix: readonly LayerLevel[], suiting: Suiting): readonly LayerLevel[] {
  const left = mix.filter(({ layer }) => !isRefused(layer, suiting));
  if (left.length > 0 || mix.length === 0) return left;
  const instead = LAST_RESORT.find((layer) => !isRefused(layer, suiting));
  return instead ? [{ layer: instead, gainDb: 0 }] : [];
}

/** No silent ending for somebody whose ears ring in the silence. */
export function endsInSilence({ cautions }: Suiting): boolean {
  return !cautions.includes("tinnitus");
}

/** No breath is held with asthma, COPD, panic or a child on the way. */
export function holdsBreath({ cautions }: Suiting): boolean {
  return !cautions.includes("breath-hold") && !cautions.includes("pregnancy");
}

/** Where light comes and goes, it stands still with epilepsy. */
export function movesLight({ cautions }: Suiting): boolean {
  return !cautions.includes("epilepsy");
}

/**
 * A session as it may be heard: scenes and pulses of refused layers left out, no bell with tinnitus, no held breath where none may
 * be. Its lines, its parts and their lengths stay as they were written. The same document where nothing changes.
 */
export function suitedSession(session: SessionDocument, suiting: Suiting): SessionDocument {
  if (!session.scripts || (suiting.cautions.length === 0 && suiting.never.length === 0)) return session;
  const { nl, en } = session.scripts;
  return {
    ...session,
    scripts: {
      ...(nl ? { nl: suitedScript(nl, suiting) } : {}),
      ...(en ? { en: suitedScript(en, suiting) } : {}),
    },
  };
}

function suitedScript(script: Script, suiting: Suiting): Script {
  return { ...script, parts: script.parts.map((part) => suitedPart(part, suiting)) };
}

function suitedPart(part: Part, suiting: Suiting): Part {
  const items = part.items.flatMap((item) => suitedItem(item, suiting));
  // A part is never empty: what is left of a scene is no time at all.
  return { ...part, items: items.length > 0 ? items : [{ pause: { seconds: 0 } }] };
}

function suitedItem(item: Item, suiting: Suiting): readonly Item[] {
  if ("scene" in item && isRefused(item.scene.layer, suiting)) return [];
  if ("pulse" in item && isRefused(PULSE_LAYER, suiting)) return [];
  if ("bell" in item && suiting.cautions.includes("tinnitus"))
    return [{ pause: { seconds: BELL_SECONDS, exact: true } }];
  if ("breathe" in item && !holdsBreath(suiting)) {
    const [, hold, , rest] = item.breathe.pattern;
    if (hold > 0 || rest > 0) return [{ breathe: { ...item.breathe, pattern: DEFAULT_PATTERN } }];
  }
  return [item];
}

/** All of this for one person. */
export function suitOf(suiting: Suiting): Suit {
  return {
    mix: (levels) => suitedMix(levels, suiting),
    session: (session) => suitedSession(session, suiting),
    endsInSilence: endsInSilence(suiting),
    movesLight: movesLight(suiting),
  };
}
