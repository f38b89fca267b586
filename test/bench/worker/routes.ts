import { get, readRoutine, writeRoutine } from "./requests.ts";

/** What is loaded. */
export interface Route {
  readonly name: string;
  readonly socket: "http" | "bare";
  readonly requests: readonly string[];
  readonly connections: number;
}

/** The bare route, and those of the service that it is compared with. @param bearers of the profiles there are */
export async function routesOf(
  address: string,
  bearers: readonly string[],
  connections: number,
): Promise<readonly Route[]> {
  const preset = `/api/presets/${await middlingPreset(address)}`;
  const etag = (await fetch(address + preset)).headers.get("etag") ?? "";
  const route = (name: string, requests: readonly string[], lanes = connections): Route => ({
    name,
    socket: "http",
    requests,
    connections: lanes,
  });
  const bare = (name: string, lanes: number): Route => ({
    ...route(name, [get("/")], lanes),
    socket: "bare",
  });
  // Who writes waits for the answer, so one profile has one writer.
  const writers = Math.min(connections, bearers.length);
  return [
    bare("bare", connections),
    route("list", [get("/api/presets")]),
    route("preset 200", [get(preset)]),
    route("preset 304", [get(preset, { "if-none-match": etag })]),
    route("read", bearers.map(readRoutine)),
    ...(writers === connections ? [] : [bare("bare, fewer connections", writers)]),
    route("write", bearers.map(writeRoutine), writers),
  ];
}

/** The id of the session whose document is neither short nor long among the others. */
async function middlingPreset(address: string): Promise<string> {
  const listed: { presets: { id: string }[] } = await (await fetch(`${address}/api/presets`)).json();
  const sizes = await Promise.all(
    listed.presets.map(async ({ id }) => ({
      id,
      bytes: (await (await fetch(`${address}/api/presets/${id}`)).arrayBuffer()).byteLength,
    })),
  );
  return sizes.sort((a, b) => a.bytes - b.bytes)[Math.floor(sizes.length / 2)]?.id ?? "";
}
