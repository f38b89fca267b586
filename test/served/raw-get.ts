import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks exactly this path and gives exactly what was sent: no tidied address, no unpacked body. */
export async function rawGet(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const asked = request({ hostname, port, path, method, headers, agent: false });
  asked.end();
  const [answer]: IncomingMessage[] = await once(asked, "response");
  if (!answer) throw new Error("no answer");
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
}
