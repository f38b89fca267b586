import { tooMuch } from "../src/session/extent.ts";
import { issueAt } from "../src/session/issue.ts";
import { Refusal } from "./refusal.ts";

/** `application/json`, alone or with UTF-8, the one charset that JSON has (RFC 8259, 8.1). */
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * A request's body as JSON. No more than the limit is ever held, whatever Content-Length says.
 * Throws a {@link Refusal}: 415 without a JSON content-type or with an encoding, 413 beyond `maxBytes`, 400 for what
 * is not JSON, 422 for what is nested too deeply to look into.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (!JSON_TYPE.test(request.headers.get("content-type")?.trim() ?? "")) throw new Refusal("not-json");
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity" && encoding !== "") throw new Refusal("not-json");
  const value = parse(await readBytes(request, maxBytes));
  const extent = tooMuch(value);
  if (extent) throw new Refusal("body-invalid", [issueAt("", extent)]);
  return value;
}

/** Is through with a body when it is as long as announced: HTTP brings no more, and waiting for its end costs a write 4 %. */
async function readBytes({ body, headers }: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(headers.get("content-length") ?? Number.NaN);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > maxBytes) {
      // The rest is not read. Nobody waits for the sender to hear of it.
      reader?.cancel().catch(() => {});
      throw new Refusal("body-too-large");
    }
    chunks.push(read.value);
    if (length === announced) break;
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** The parser's own words repeat what was sent, so they are not passed on. */
function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF_8.decode(bytes));
  } catch {
    throw new Refusal("body-not-json");
  }
}
