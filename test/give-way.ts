import { constants, setPriority } from "node:os";

/**
 * Before the files of a suite that only computes: its worker, and all that it starts, takes what the suites that listen in
 * real time leave. However slow the machine, live sound does not stutter for a measurement's sake.
 */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
