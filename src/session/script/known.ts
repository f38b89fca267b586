import type { LayerInfo } from "../catalogue.ts";
import type { ScriptWords } from "./words.ts";

/** What a scene can name of a layer. */
export type ScriptLayer = Pick<LayerInfo, "id" | "params" | "settings">;

/** What there is in the house of a script: what it names must be among it. */
export interface Known {
  /** Left out = a scene may name any layer, and a parameter of it by number alone. */
  readonly layers?: readonly ScriptLayer[];
  /** Left out = any bed. */
  readonly beds?: readonly string[];
  /** Sessions that a caution may send to; left out = any. */
  readonly sessions?: readonly string[];
  /** The language's own; left out = nothing can be counted, and slots must carry their words. */
  readonly words?: ScriptWords;
}
