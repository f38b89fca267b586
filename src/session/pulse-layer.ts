/** The layer whose kernel a pulse sounds with, on the cue bus. */
export const PULSE_LAYER = "heartbeat";
