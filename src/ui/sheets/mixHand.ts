import type { ParamValues } from "../../session/catalogue.ts";
import type { LayerLevel, SessionDocument } from "../../session/schema.ts";
import type { App } from "../model/app.ts";
import { ADDED_DB, OFF_DB, withLevel, without, withParams } from "../model/mix.ts";
import { mixOf } from "../model/request.ts";

/** What a hand on the mix does: it is remembered, and heard at once where this session plays. */
export interface MixHand {
  level(layer: string, gainDb: number): void;
  params(layer: string, values: ParamValues): void;
  add(layer: string): void;
  remove(layer: string): void;
  /** Never to be heard again, here or anywhere. */
  refuse(layer: string): void;
  /** As the session was made. */
  reset(): void;
}

export function mixHand(app: App, session: SessionDocument): MixHand {
  const mix = () => mixOf(session, app.routine.value, app.suit.value);
  const plays = () => app.view.value === "night" && app.night.value.request?.session.id === session.id;

  function keep(levels: LayerLevel[]): void {
    app.change({ levels: { ...app.routine.value.levels, [session.id]: levels } });
  }

  /** Brings what sounds to what the mix says. */
  function hear(before: readonly LayerLevel[]): void {
    if (!plays()) return;
    const { player } = app.deps;
    const after = mix();
    for (const { layer } of before) {
      if (!after.some((level) => level.layer === layer)) player.setLevel(layer, -60);
    }
    for (const { layer, gainDb, params } of after) {
      const old = before.find((level) => level.layer === layer);
      if (old?.gainDb !== gainDb) player.setLevel(layer, gainDb);
      for (const [name, value] of Object.entries(params ?? {})) {
        if (old?.params?.[name] !== value) player.setParam(layer, name, value);
      }
    }
  }

  function put(levels: LayerLevel[]): void {
    const before = mix();
    keep(levels);
    hear(before);
  }

  return {
    level: (layer, gainDb) => put(withLevel(mix(), layer, gainDb)),
    params: (layer, values) => put(withParams(mix(), layer, values)),
    add: (layer) => put(withLevel(mix(), layer, ADDED_DB)),
    remove: (layer) => put(without(mix(), layer)),
    refuse(layer) {
      const before = mix();
      const { never } = app.person.value;
      app.changePerson({ never: [...never.filter((each) => each !== layer), layer] });
      hear(before);
    },
    reset() {
      const before = mix();
      const { [session.id]: _, ...levels } = app.routine.value.levels;
      app.change({ levels });
      hear(before);
    },
  };
}

/** Whether a level is as good as off. */
export function isOff(gainDb: number): boolean {
  return gainDb <= OFF_DB;
}
