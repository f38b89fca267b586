/** How each directive is written, by name. */
export const FORMS = {
  pause: "[pause 4s]",
  breathe: "[breathe 4-6 x10]",
  scene: "[scene ocean -3dB over 30s]",
  bell: "[bell]",
  pulse: "[pulse 110 to 60 over 6m]",
  count: "[count 5]",
  words: "[words every 7s for 15m]",
  repeat: "[repeat 3]",
  end: "[end]",
  choose: "[choose place: sea|forest]",
  fork: "[fork]",
} as const;

export type DirectiveName = keyof typeof FORMS;

export function isDirectiveName(name: string): name is DirectiveName {
  return Object.hasOwn(FORMS, name);
}
