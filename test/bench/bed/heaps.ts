import type { CDPSession, Page } from "playwright-core";

interface Usage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

/** What a page and its audio thread hold after a collection. */
export interface Heaps {
  bytes(): Promise<{ readonly page: number; readonly audioThread: number }>;
}

/** Follows the heaps of a page from before its audio thread begins: JavaScript objects and the buffers behind them. */
export async function heapsOf(page: Page): Promise<Heaps> {
  const session = await page.context().newCDPSession(page);
  const worklets = new Set<string>();
  const answers = new Map<number, (usage: Usage) => void>();
  let sent = 0;
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worklet") worklets.add(sessionId);
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
  });
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const ask = (sessionId: string, method: string) =>
    new Promise<Usage>((resolve) => {
      const id = ++sent;
      answers.set(id, resolve);
      void session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
    });
  return {
    async bytes() {
      let audioThread = 0;
      for (const worklet of worklets) {
        await ask(worklet, "HeapProfiler.collectGarbage");
        audioThread += sum(await ask(worklet, "Runtime.getHeapUsage"));
      }
      return { page: await pageBytes(session), audioThread };
    },
  };
}

/** What the page alone holds after a collection: whoever makes many contexts keeps none of them by asking. */
export async function pageBytes(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  return sum((await session.send("Runtime.getHeapUsage")) as unknown as Usage);
}

function sum({ usedSize, backingStorageSize }: Usage): number {
  return usedSize + backingStorageSize;
}
