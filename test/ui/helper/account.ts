import { type Account, createAccount } from "../../../src/ui/account/account.ts";
import { memoryKeep } from "../../store/memoryKeep.ts";
import { openScreen } from "./screen.ts";
import { ScriptedService } from "./scriptedService.ts";

export const ORIGIN = "https://luwte.example";

/** The screen over a scripted service, on a device that keeps what it is given. */
export async function openWithAccount(
  options: Omit<NonNullable<Parameters<typeof openScreen>[0]>, "account"> & {
    readonly service?: ScriptedService;
    readonly keep?: ReturnType<typeof memoryKeep>;
  } = {},
) {
  const { service = new ScriptedService(), keep = memoryKeep(), ...rest } = options;
  let made: Promise<Account> | null = null;
  let left = false;
  const screen = await openScreen({
    ...rest,
    account(app) {
      made ??= createAccount({
        app,
        keep,
        fetch: service.fetch,
        clock: {
          now: () => Date.now(),
          after(ms, call) {
            const timer = setTimeout(call, Math.min(ms, 20));
            // What comes again and again would go on for ever at this pace.
            if (ms > 10_000) clearTimeout(timer);
            return () => clearTimeout(timer);
          },
        },
        random: () => 0,
        openSocket: () => service.openSocket(),
        deviceName: "Phone",
        origin: ORIGIN,
        isSeen: () => true,
        onStir: () => undefined,
        leavePage: () => {
          left = true;
        },
      });
      return made;
    },
  });
  return {
    ...screen,
    service,
    keep,
    hasLeft: () => left,
    account: () => screen.app.deps.account(screen.app),
  };
}
