import type { Words } from "../../i18n/words.ts";
import type { Narrator } from "../../night/night.ts";
import type { NarrationPack } from "../../session/narration.ts";

/** One line of the choice of a narrator. */
export interface NarratorOption {
  readonly key: string;
  readonly narrator: Narrator;
  readonly name: string;
  /** What it is, honestly. */
  readonly about: string;
  /** Whether there is something to listen to. */
  readonly speaks: boolean;
}

/** Everyone who can guide in this language: recorded packs, people before programs; the device; words; nothing. */
export function narratorOptions(packs: readonly NarrationPack[], { say, language }: Words): NarratorOption[] {
  const recorded = packs
    .filter((pack) => pack.language === language)
    .toSorted((one, other) => one.kind.localeCompare(other.kind) || one.name.localeCompare(other.name))
    .map(
      (pack): NarratorOption => ({
        key: `pack-${pack.id}`,
        narrator: { kind: "pack", id: pack.id },
        name: pack.name,
        about: say(`guide.${pack.kind}`),
        speaks: true,
      }),
    );
  return [
    ...recorded,
    {
      key: "device",
      narrator: { kind: "device" },
      name: say("guide.device"),
      about: say("guide.deviceNote"),
      speaks: true,
    },
    {
      key: "captions",
      narrator: { kind: "captions" },
      name: say("guide.captions"),
      about: say("guide.captionsNote"),
      speaks: false,
    },
    {
      key: "none",
      narrator: { kind: "none" },
      name: say("guide.none"),
      about: say("guide.noneNote"),
      speaks: false,
    },
  ];
}

export function sameNarrator(one: Narrator, other: Narrator): boolean {
  if (one.kind === "pack" && other.kind === "pack") return one.id === other.id;
  return one.kind === other.kind;
}
