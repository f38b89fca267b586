import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { EnginePage } from "./engine-page.ts";

const DRIVER = "/usr/bin/WebKitWebDriver";
const XVFB = "/usr/bin/Xvfb";
const BROWSERS = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map(
  (machine) => `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`,
);
const PORT = 5597;
const DISPLAY = ":97";
const PATIENCE_MS = 20_000;
/** A long render is one answer. */
const SCRIPT_MS = 600_000;

/** What Debian calls the packages. */
export const WEBKIT_PACKAGES = "webkit2gtk-driver xvfb";

/** WebKitGTK's own small browser on this machine; null where its driver or a screen for it is missing. */
export function findWebkit(exists: (path: string) => boolean = existsSync): string | null {
  return exists(DRIVER) && exists(XVFB) ? (BROWSERS.find(exists) ?? null) : null;
}

/**
 * A page of WebKitGTK, on a screen that nobody sees, driven over WebDriver.
 * @param binary as {@link findWebkit} found it
 */
export async function openWebkit(
  binary: string,
  environment: Readonly<Record<string, string>>,
): Promise<EnginePage> {
  const screen = spawn(XVFB, [DISPLAY, "-screen", "0", "800x600x24"], { stdio: "ignore" });
  const env = {
    ...process.env,
    ...environment,
    DISPLAY,
    // Its sandbox needs rights that a container has not; the pages are our own.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
  const driver = spawn(DRIVER, [`--port=${PORT}`], { stdio: "ignore", env });
  const stop = async () => {
    await end(driver);
    await end(screen);
  };
  try {
    const session = await newSession(binary);
    return pageOf(session, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Session {
  readonly id: string;
  readonly version: string;
}

async function newSession(binary: string): Promise<Session> {
  const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  const until = AbortSignal.timeout(PATIENCE_MS);
  while (!(await ask("GET", "/status").catch(() => null)) && !until.aborted) await wait(100);
  const answer = await ask("POST", "/session", { capabilities: { alwaysMatch: options } });
  const { sessionId, capabilities } = answer as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  await ask("POST", `/session/${sessionId}/timeouts`, { script: SCRIPT_MS });
  return { id: sessionId, version: capabilities.browserVersion };
}

function pageOf({ id, version }: Session, stop: () => Promise<void>): EnginePage {
  const command = (path: string, body: unknown) => ask("POST", `/session/${id}/${path}`, body);
  return {
    name: `WebKitGTK ${version}`,
    async open(url) {
      await command("url", { url });
    },
    async run(call, argument) {
      const script = `const done = arguments[1];
        Promise.resolve((${call})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = (await command("execute/async", { script, args: [argument] })) as Answer;
      if (answer.error !== undefined) throw new Error(`WebKitGTK: ${answer.error}`);
      return answer.value as never;
    },
    async press(button) {
      const value = `//button[normalize-space()="${button}" or @aria-label="${button}"]`;
      const until = AbortSignal.timeout(PATIENCE_MS);
      for (;;) {
        const found = await command("elements", { using: "xpath", value });
        for (const element of (found as Record<string, string>[]).flatMap(Object.values)) {
          // One that is covered or on its way in is refused.
          const pressed = await command(`element/${element}/click`, {}).then(
            () => true,
            () => false,
          );
          if (pressed) return;
        }
        if (until.aborted) throw new Error(`WebKitGTK: there is no button "${button}".`);
        await wait(100);
      }
    },
    // WebDriver tells nothing of the console.
    errors: () => null,
    async close() {
      await ask("DELETE", `/session/${id}`).catch(() => undefined);
      await stop();
    },
  };
}

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

/** One WebDriver command (W3C WebDriver, section 6). Throws with what the driver says is wrong. */
async function ask(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value?.error}: ${value?.message}`);
  return value;
}

async function end(program: ChildProcess): Promise<void> {
  if (program.pid === undefined || program.exitCode !== null) return;
  const gone = once(program, "exit");
  program.kill();
  await gone;
}
