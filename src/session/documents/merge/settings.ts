import type { SettingsDocument } from "../settings.ts";
import { ThreeWay } from "./three-way.ts";

/** Settings from two devices: each as it was changed last. */
export function mergeSettings(
  base: SettingsDocument,
  first: SettingsDocument,
  second: SettingsDocument,
): SettingsDocument {
  const both = new ThreeWay(first.changedAt, second.changedAt);
  const [was, a, b] = [base.settings, first.settings, second.settings];
  return {
    version: 1,
    changedAt: Math.max(first.changedAt, second.changedAt),
    settings: {
      language: both.one(was.language, a.language, b.language),
      haptics: both.one(was.haptics, a.haptics, b.haptics),
    },
  };
}
