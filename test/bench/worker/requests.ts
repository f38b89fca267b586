import { ROUTINE } from "./fill.ts";

/** Requests as they go over the wire, for the load. */

export function get(path: string, headers: Readonly<Record<string, string>> = {}): string {
  return request("GET", path, headers, "");
}

export function readRoutine(bearer: string): string {
  return get("/api/documents/routine", { authorization: bearer });
}

/** A write over the revision that the load knows. */
export function writeRoutine(bearer: string): string {
  const headers = {
    authorization: bearer,
    "content-type": "application/json",
    "if-match": '"{revision}"',
    "content-length": String(Buffer.byteLength(ROUTINE)),
  };
  return request("PUT", "/api/documents/routine", headers, ROUTINE);
}

function request(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): string {
  const lines = Object.entries({ host: "127.0.0.1", ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
