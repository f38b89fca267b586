/** In this order: an iPad may call itself a Mac, a phone with Android a Linux. */
const NAMES = ["iPhone", "iPad", "Android", "Windows", "Mac", "CrOS", "Linux"] as const;

/** What a device is called until its owner says otherwise: what it runs on, and nothing finer. */
export function deviceNameFrom(userAgent: string): string {
  const found = NAMES.find((name) => userAgent.includes(name));
  return found === "CrOS" ? "Chromebook" : (found ?? "Luwte");
}
