import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress } from "../../worker/limits/client-address.ts";
import { LiveObjects } from "../../worker/limits/live-objects.ts";
import { Rate } from "../../worker/limits/rate.ts";
import { limitFrom } from "../../worker/limits/setting.ts";
import { preconditionOf } from "../../worker/routes/precondition.ts";

describe("a rate", () => {
  it("allows so many in a window and then says when there will be more", () => {
    const rate = new Rate(60_000);
    expect([0, 0, 0].map(() => rate.take("a", 3, 1000))).toEqual([0, 0, 0]);
    expect(rate.take("a", 3, 31_000)).toBe(30);
    expect(rate.take("b", 3, 31_000)).toBe(0);
    expect(rate.take("a", 3, 60_999)).toBe(1);
    expect(rate.take("a", 3, 61_000)).toBe(0);
  });

  it("never allows more in a window, whoever asks when", () => {
    const request = fc.record({
      key: fc.constantFrom("a", "b", "c"),
      after: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (requests, max) => {
        const rate = new Rate(1000);
        const allowed = new Map<string, number[]>();
        let now = 0;
        for (const { key, after } of requests) {
          now += after;
          const begun = allowed.get(key) ?? [];
          const wait = rate.take(key, max, now);
          if (wait === 0) allowed.set(key, [...begun, now]);
          // At most two windows meet in any one window's time.
          const recent = (allowed.get(key) ?? []).filter((at) => at > now - 1000);
          expect(recent.length).toBeLessThanOrEqual(2 * max);
          if (wait > 0) expect(begun.filter((at) => at > now - 1000).length).toBeGreaterThanOrEqual(max);
        }
      }),
    );
  });

  it("does not grow with the number of addresses", () => {
    const rate = new Rate(3_600_000);
    for (let index = 0; index < 22_000; index++) rate.take(`address ${index}`, 1, index);
    expect(rate.take("address 21999", 1, 50_000)).toBeGreaterThan(0);
    expect(rate.take("address 0", 1, 50_000)).toBe(0);
  });
});

describe("live objects", () => {
  it("are refused beyond their number, those that are live already never", () => {
    const live = new LiveObjects();
    expect(live.touch("a", 2, 0)).toBe(true);
    expect(live.touch("b", 2, 4000)).toBe(true);
    expect(live.touch("c", 2, 5000)).toBe(false);
    expect(live.touch("a", 2, 9000)).toBe(true);
    // b has been idle for ten seconds, a has not.
    expect(live.touch("c", 2, 14_000)).toBe(true);
    expect(live.touch("d", 2, 14_000)).toBe(false);
    expect(live.touch("d", 2, 19_000)).toBe(true);
  });
});

describe("where a request comes from", () => {
  const from = (cf: unknown, headers: Record<string, string> = {}, proxy: string | null = null) =>
    clientAddress({ headers: new Headers(headers), cf }, { LUWTE_BEHIND_PROXY: proxy });

  it("is the connection's address on raw workerd, whatever headers say", () => {
    const headers = { "cf-connecting-ip": "9.9.9.9", "x-forwarded-for": "8.8.8.8" };
    expect(from({ clientIp: "127.0.0.1:51220" }, headers)).toBe("127.0.0.1");
  });

  it("is what Cloudflare says there", () => {
    expect(from({ colo: "BRU" }, { "cf-connecting-ip": "9.9.9.9", "x-forwarded-for": "8.8.8.8" })).toBe(
      "9.9.9.9",
    );
    expect(from(undefined)).toBe("unknown");
  });

  it("is the last that a configured proxy adds", () => {
    const forged = { "x-forwarded-for": "1.1.1.1, 8.8.8.8" };
    expect(from({ clientIp: "127.0.0.1:1" }, forged, "1")).toBe("8.8.8.8");
    expect(from({ clientIp: "127.0.0.1:1" }, {}, "1")).toBe("127.0.0.1");
  });

  it("is a household's network in IPv6", () => {
    const network = "2001:db8:0:7::/64";
    for (const address of [
      "2001:db8:0:7:1:2:3:4",
      "2001:DB8::7:0:0:0:9",
      "[2001:db8:0:7::1]:443",
      "2001:0db8:0000:0007::",
    ]) {
      expect(from({ clientIp: address })).toBe(network);
    }
    expect(from({ clientIp: "[::1]:80" })).toBe("0:0:0:0::/64");
    expect(from({ clientIp: "::ffff:10.1.2.3" })).toBe("10.1.2.3");
  });
});

it("a limit is read from the environment, or the usual one holds", () => {
  expect(limitFrom("12", 30)).toBe(12);
  expect(limitFrom("0", 30)).toBe(Number.POSITIVE_INFINITY);
  for (const unset of [undefined, null, "", "-1", "1e9", "many"]) expect(limitFrom(unset, 30)).toBe(30);
});

it("a precondition is read with its weak and listed tags, and nothing else is one", () => {
  expect(preconditionOf('"7"', undefined)).toEqual({ tags: ["7"], absent: false });
  expect(preconditionOf('W/"7", "x y"', undefined)).toEqual({ tags: ["7", "x y"], absent: false });
  expect(preconditionOf("7", undefined)).toEqual({ tags: [], absent: false });
  expect(preconditionOf(undefined, " * ")).toEqual({ tags: null, absent: true });
  expect(preconditionOf('"7"', "*")).toEqual({ tags: ["7"], absent: true });
  for (const header of [undefined, "*"]) expect(preconditionOf(header, '"7"')).toBeNull();
});
