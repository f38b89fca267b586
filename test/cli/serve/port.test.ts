import { createServer } from "node:net";
import { expect, it } from "vitest";
import { isFree, wantedPort } from "../../../src/cli/serve/port.ts";

it("reads PORT", () => {
  expect(wantedPort(undefined)).toBe(8787);
  expect(wantedPort("")).toBe(8787);
  expect(wantedPort("0")).toBe(0);
  expect(wantedPort("65535")).toBe(65_535);
  for (const wrong of ["65536", "-1", "8e3", "80.5", "x", " 80"]) expect(wantedPort(wrong)).toBeNull();
});

it("knows a taken port from a free one", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address !== null && typeof address === "object") resolve(address.port);
      else reject(new Error("no port"));
    });
  });
  expect(await isFree("127.0.0.1", port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isFree("127.0.0.1", port)).toBe(true);
});
