/** Languages the product ships. Adding one is a folder in src/i18n and script files. */
export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
