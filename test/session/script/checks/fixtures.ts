import type { Language } from "../../../../src/session/language.ts";

export interface Fixture {
  /** More lines of the front matter, in place of those of the same key. */
  readonly front?: readonly string[];
  /** A body that breaks the rule and no other; ¦ stands where it does. It stands in `front` where the rule is about that. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
  /** Front matter of the mended script, where it differs. */
  readonly goodFront?: readonly string[];
}

const nlStart = "## A\nHet is laat, en de kamer is stil.\n\n";
const enStart = "## A\nIt's late, and the room's quiet.\n\n";
const nl = (bad: string, good: string, rest: Omit<Fixture, "bad" | "good"> = {}): Fixture => ({
  bad: nlStart + bad,
  good: nlStart + good,
  ...rest,
});
const en = (bad: string, good: string, rest: Omit<Fixture, "bad" | "good"> = {}): Fixture => ({
  bad: enStart + bad,
  good: enStart + good,
  ...rest,
});

/** For each rule a script that breaks it, and the same mended, in every language. */
export const FIXTURES: Readonly<Record<string, Readonly<Record<Language, Fixture>>>> = {
  acknowledgement: {
    nl: {
      bad: "## A\n¦Kies een plek om te liggen.",
      good: "## A\nHet was een lange dag. Kies een plek om te liggen.",
    },
    en: { bad: "## A\n[pause 4s]\n\n¦How are you?", good: "## A\nIt's been a long day. How are you?" },
  },
  address: {
    nl: nl("¦Nu horen we de regen.", "Nu hoor je de regen."),
    en: en("¦Let's hear the rain.", "The rain's there."),
  },
  "affirmation-negation": {
    nl: nl("## B\nIk lig hier. ¦Ik ben niet bang.", "## B\nIk lig hier. Ik laat los. Er hoeft niets."),
    en: en(
      "## B\nI'm lying here. ¦I'm not afraid.",
      "## B\nI'm lying here. I let go. Nothing has to happen.",
    ),
  },
  "body-command": {
    nl: nl("Er zijn twee handen. ¦Knijp je handen dicht.", "Er zijn twee handen. Je handen kunnen dicht."),
    en: en("There are two hands. ¦Slowly breathe in.", "There are two hands. The breath can come."),
  },
  "brain-talk": {
    nl: nl("¦Het brein wil rust.", "Er mag rust zijn."),
    en: en("¦Your nervous system slows.", "Things can go slowly."),
  },
  "breath-hold": {
    nl: nl("¦[breathe 4-1-6 x3]", "[breathe 4-1-6 x3]", { goodFront: ["caution: breath-hold"] }),
    en: en("¦Maybe you hold your breath a moment.", "Maybe the breath waits a moment."),
  },
  caution: {
    nl: { front: ["caution:"], bad: nlStart, good: nlStart, goodFront: ["caution: pain"] },
    en: { front: ["caution:"], bad: enStart, good: enStart, goodFront: ["caution: A quiet line."] },
  },
  exclamation: {
    nl: nl("¦Rust maar!", "Rust maar."),
    en: en("¦Rest now!", "Rest now."),
  },
  fork: {
    nl: nl("¦Er was een ruzie.", "Er was gedoe.", { front: ["moment: day"] }),
    en: {
      front: ["moment: day"],
      bad: `${enStart}¦There was a conflict.`,
      good: `[fork]\n\n${enStart}There was a conflict.`,
    },
  },
  "inward-alternative": {
    nl: nl("¦Misschien voel je je buik.", "Misschien voel je je buik, of luister je verder."),
    en: en(
      "¦Maybe you notice your hands.\n\nIt's dark.",
      "Maybe you notice your hands.\nOr you listen to the rain.",
    ),
  },
  "outward-first": {
    nl: {
      bad: "## A\nHet was een lange dag.\n¦Misschien voel je je adem, of niet.",
      good: "## A\nHet was een lange dag.\nOnder je is een matras.\nMisschien voel je je adem, of niet.",
    },
    en: {
      bad: "## A\nIt's been a long day.\n¦Maybe you feel your hands, or not.",
      good: "## A\nIt's been a long day.\nThere's a mattress under you.\nMaybe you feel your hands, or not.",
    },
  },
  pace: {
    nl: nl(
      "¦Het is nu al laat en ook wel heel stil.\n[pause 0.2s]\nEr is nu niet zo veel te doen.",
      "Het is nu al laat en ook wel heel stil.\n[pause 4s]\nEr is nu niet zo veel te doen.",
    ),
    en: en(
      "¦It's late now and all is quite still here.\n[pause 0.2s]\nThere's not much that has to be done.",
      "It's late now and all is quite still here.\n[pause 4s]\nThere's not much that has to be done.",
    ),
  },
  permission: {
    nl: nl("Je mag liggen. ¦Je mag ook zitten.", "Je mag liggen. Misschien zit je liever."),
    en: en("You're free to lie down. ¦You may sit too.", "You're free to lie down. Or sit, if you like."),
  },
  "plain-words": {
    nl: nl("¦Het is lekker warm.", "Het is fijn warm."),
    en: en("¦It is warm.", "It's warm."),
  },
  promise: {
    nl: nl("¦Straks slaap je.", "Straks is het nog stiller."),
    en: en("¦Soon you'll sleep.", "Soon it's quieter still."),
  },
  "pulsed-beats": {
    nl: nl("¦[scene beats -6dB over 30s]", "[scene beats -6dB over 30s]", {
      goodFront: ["caution: epilepsy"],
    }),
    en: en("¦[scene beats -6dB over 30s]", "[scene rain -6dB over 30s]"),
  },
  reflection: {
    nl: {
      front: ["moment: ¦evening"],
      bad: `[fork]\n${nlStart}Er was een grens.`,
      good: `[fork]\n${nlStart}Er was een grens.`,
      goodFront: ["moment: day"],
    },
    en: {
      front: ["moment: ¦day; evening"],
      bad: `${enStart}There's a younger you.`,
      good: `${enStart}There's a younger you.`,
      goodFront: ["moment: day"],
    },
  },
  "safe-claim": {
    nl: nl("¦Je bent hier veilig.", "Kijk of het hier veilig genoeg is."),
    en: en("¦You're safe here.", "See whether it's safe enough here."),
  },
  "same-recording": {
    nl: nl(
      "De witte tas rust voor de heg.\n\n¦Een lichte steen wacht voor het raam.",
      "De witte tas rust voor de heg.\n\nEen lichte steen wacht bij het raam.",
    ),
    en: en(
      "The slow stair rests on the sofa.\n\n¦A quiet stair stands near the water.",
      "The slow stair rests on the sofa.\n\nA quiet stair stands by the water.",
    ),
  },
  "sentence-length": {
    nl: nl(
      "¦De regen valt op het dak en op de straat en op de bomen.",
      "De regen valt op het dak.\n\nEn op de straat, en op de bomen.",
    ),
    en: en(
      "¦The rain's falling on the roof and on the street and on the trees.",
      "The rain's falling on the roof.\n\nOn the street too, and on the trees.",
    ),
  },
};
