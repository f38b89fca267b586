import fc from "fast-check";
import { expect, it } from "vitest";
import { capacityOf, descriptorLimit, memoryLimit } from "../../../src/cli/serve/capacity.ts";

const GIGABYTE = 1024 ** 3;

it("leaves descriptors for connections that nobody counts, however few there are", () => {
  fc.assert(
    fc.property(fc.integer({ min: 256, max: 1_000_000 }), (descriptors) => {
      const { liveObjects, openSockets } = capacityOf(descriptors, 64 * GIGABYTE);
      const left = descriptors - 29 - 3 * liveObjects - 2 * openSockets;
      expect(left).toBeGreaterThan(descriptors / 4);
    }),
  );
});

it("holds as many profiles as a small machine has memory for", () => {
  expect(capacityOf(1024, 64 * GIGABYTE)).toEqual({ liveObjects: 120, openSockets: 120 });
  expect(capacityOf(Number.POSITIVE_INFINITY, GIGABYTE / 4).liveObjects).toBe(273);
  expect(capacityOf(Number.POSITIVE_INFINITY, 64 * GIGABYTE)).toEqual({
    liveObjects: 2000,
    openSockets: 20_000,
  });
  expect(capacityOf(10, 0)).toEqual({ liveObjects: 1, openSockets: 1 });
});

it("knows what this machine gives", () => {
  expect(descriptorLimit()).toBeGreaterThan(0);
  expect(memoryLimit()).toBeGreaterThan(GIGABYTE / 16);
});
