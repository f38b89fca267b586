import { expect, it } from "vitest";
import { cloudflareHeadersFile, pageHeaders } from "../../worker/headers.ts";

it("lets a page load nothing inline and nothing from elsewhere", () => {
  const policy = pageHeaders("http:")["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("worker-src 'self' blob:");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

it("writes for Cloudflare what pages get here, and keeps hashed files", () => {
  const file = cloudflareHeadersFile();
  for (const [name, value] of Object.entries(pageHeaders("https:")))
    expect(file).toContain(`  ${name}: ${value}\n`);
  expect(file).toContain("/assets/*\n  cache-control: public, max-age=31536000, immutable\n");
  expect(file).toContain("strict-transport-security");
});
