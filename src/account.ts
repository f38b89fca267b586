import type { Fetch } from "./api/answer.ts";
import type { Keep } from "./store/keep.ts";
import { type Account, createAccount } from "./ui/account/account.ts";
import { deviceNameFrom } from "./ui/account/deviceName.ts";
import type { App } from "./ui/model/app.ts";

/** Puts a person's devices, own mixes and shares together; loaded when they are first used. */
export function openAccount(app: App, keep: Keep, fetch: Fetch): Promise<Account> {
  const { protocol, host, origin } = location;
  const socketAddress = `${protocol === "https:" ? "wss" : "ws"}://${host}/api/changes`;
  return createAccount({
    app,
    keep,
    fetch,
    clock: {
      now: () => Date.now(),
      after(ms, call) {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    },
    random: () => Math.random(),
    openSocket: (protocols) => new WebSocket(socketAddress, [...protocols]),
    deviceName: deviceNameFrom(navigator.userAgent),
    origin,
    isSeen: () => document.visibilityState === "visible",
    onStir(listener) {
      document.addEventListener("visibilitychange", listener);
      addEventListener("online", listener);
    },
    leavePage: () => location.replace("/"),
  });
}
