import type { AutomationPlan } from "../../../src/dsp/automation.ts";
import type { LayerDefinition } from "../../../src/dsp/layer.ts";
import { METER_HOP_SECONDS } from "../../../src/dsp/loudness-meter.ts";
import { paramMove } from "../../../src/engine/param-move.ts";
import type { ParamValues } from "../../../src/session/catalogue.ts";
import { macroValues } from "../../../src/session/macro.ts";
import { settingValues } from "../../../src/session/setting.ts";
import type { Heard } from "./heard.ts";

/** Between the end of a move and the next, seconds. */
const REST_SECONDS = 0.5;

const STAND_SECONDS = 5;
/** Rare events: so long, around a loud one; frequent ones: as long as so many of them take. */
const EVENT_SECONDS = 24;
const EVENTS = 6;

/** A named place at which a layer may be left standing. */
export interface Stand {
  readonly name: string;
  readonly params: ParamValues;
}

/** The ends of the slider from calm to lively, and each named setting; not those that stand where another or the usual does. */
export function stands(layer: LayerDefinition): readonly Stand[] {
  const all = [
    { name: "calm", params: macroValues(layer, 0) },
    { name: "lively", params: macroValues(layer, 1) },
    ...Object.keys(layer.settings ?? {}).map((name) => ({ name, params: settingValues(layer, name) })),
  ];
  const place = (params: ParamValues) =>
    JSON.stringify(Object.entries(layer.params).map(([name, spec]) => params[name] ?? spec.default));
  const known = new Set([place({})]);
  return all.filter(({ name, params }) => {
    const isKnown = known.has(place(params));
    known.add(place(params));
    return !isKnown || name === "calm" || name === "lively";
  });
}

/**
 * Where and how long a layer is listened to at its stands: its first seconds, but of rare events the seconds around the
 * loudest of its usual ones.
 */
export function standPlace(layer: LayerDefinition, usual: Heard): { fromSeconds: number; seconds: number } {
  if (layer.character !== "events") return { fromSeconds: 0, seconds: STAND_SECONDS };
  const loudest = usual.momentary.indexOf(Math.max(...usual.momentary)) * METER_HOP_SECONDS;
  const often = Math.max(STAND_SECONDS, Math.ceil(EVENTS * (layer.eventGapSeconds ?? EVENT_SECONDS)));
  const seconds = Math.min(EVENT_SECONDS, often);
  return { fromSeconds: Math.max(0, Math.floor(loudest - seconds / 2)), seconds };
}

/** Parameters that a hand can reach; what breathes stands at a full breath, where following it changes most. */
export function handParams(layer: LayerDefinition): readonly string[] {
  return Object.keys(layer.params).filter((name) => layer.params[name]?.role === undefined);
}

export interface Hands {
  readonly seconds: number;
  readonly params: Readonly<Record<string, number | AutomationPlan>>;
}

/**
 * A restless hand, by the ramps that the app makes of it: each slider from end to end and back, each choice after the
 * other, calm to lively and back, every setting.
 */
export function restlessHand(layer: LayerDefinition): Hands {
  const plans = new Map<string, AutomationPlan>();
  let now = 2;
  const move = (values: ParamValues) => {
    let end = now;
    for (const [name, value] of Object.entries(values)) {
      const spec = layer.params[name];
      if (!spec || spec.role) continue;
      const before = plans.get(name);
      const points = paramMove(spec, before, value, now).points;
      plans.set(name, {
        points: [...(before?.points.filter((point) => point.atSeconds < now) ?? []), ...points],
      });
      end = Math.max(end, points.at(-1)?.atSeconds ?? end);
    }
    now = end + REST_SECONDS;
  };
  for (const name of handParams(layer)) {
    const { min, max, choices, default: usual } = layer.params[name] ?? { min: 0, max: 0, default: 0 };
    for (const value of choices ? choices.keys() : [min, max, min]) move({ [name]: value });
    move({ [name]: usual });
  }
  for (const liveliness of [0, 1]) move(macroValues(layer, liveliness));
  for (const name of Object.keys(layer.settings ?? {})) move(settingValues(layer, name));
  const breaths = Object.entries(layer.params).flatMap(([name, { role }]) => (role ? [[name, 1]] : []));
  return { seconds: now + 1, params: { ...Object.fromEntries(breaths), ...Object.fromEntries(plans) } };
}
