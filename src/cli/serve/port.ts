import { createServer } from "node:net";

/** Where the app is served unless PORT says otherwise. */
export const DEFAULT_PORT = 8787;

/** The port that PORT names, {@link DEFAULT_PORT} where it is not set, null where it is no port. 0 = any free one. */
export function wantedPort(value: string | undefined): number | null {
  if (value === undefined || value === "") return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  return port <= 65_535 ? port : null;
}

/** Whether nothing listens on this port yet. Other failures to listen (a port that needs root) throw. */
export async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
