import { acknowledgement } from "./acknowledgement.ts";
import { address } from "./address.ts";
import { affirmationNegation } from "./affirmation-negation.ts";
import { bodyCommand } from "./body-command.ts";
import { brainTalk } from "./brain-talk.ts";
import { breathHold } from "./breath-hold.ts";
import { caution } from "./caution.ts";
import type { Check } from "./check.ts";
import { exclamation } from "./exclamation.ts";
import { fork } from "./fork.ts";
import { inwardAlternative } from "./inward-alternative.ts";
import { outwardFirst } from "./outward-first.ts";
import { pace } from "./pace.ts";
import { permission } from "./permission.ts";
import { plainWords } from "./plain-words.ts";
import { promise } from "./promise.ts";
import { pulsedBeats } from "./pulsed-beats.ts";
import { reflection } from "./reflection.ts";
import { safeClaim } from "./safe-claim.ts";
import { sameRecording } from "./same-recording.ts";
import { sentenceLength } from "./sentence-length.ts";

/** Every rule that one script is held to. */
export const CHECKS: readonly Check[] = [
  acknowledgement,
  address,
  affirmationNegation,
  bodyCommand,
  brainTalk,
  breathHold,
  caution,
  exclamation,
  fork,
  inwardAlternative,
  outwardFirst,
  pace,
  permission,
  plainWords,
  promise,
  pulsedBeats,
  reflection,
  safeClaim,
  sameRecording,
  sentenceLength,
];
