/** The families of layers, in the order in which they are shown. */
export const FAMILIES = ["nature", "noise", "comfort", "tone"] as const;
