import * as v from "valibot";
import { Problem, ReportedPage } from "../../../worker/openapi/answers.ts";

export type Reported = v.InferOutput<typeof ReportedPage>["reported"][number];

/** The operator's addresses of a service. Its methods reject with words for the operator. */
export class ReportsClient {
  readonly #address: string;
  readonly #secret: string;

  /** @param address with or without a slash at its end */
  constructor(address: string, secret: string) {
    this.#address = address.replace(/\/+$/, "");
    this.#secret = secret;
  }

  /** Everything that is reported, most often reported first. */
  async list(): Promise<readonly Reported[]> {
    const all: Reported[] = [];
    for (let page: number | null = 0; page !== null; ) {
      const answer = await this.#ask(`/api/operator/reports?page=${page}`, {});
      const { reported, next }: v.InferOutput<typeof ReportedPage> = v.parse(
        ReportedPage,
        await answer.json(),
      );
      all.push(...reported);
      page = next;
    }
    return all.sort((a, b) => b.reports - a.reports);
  }

  async decide(id: string, action: "withdraw" | "dismiss"): Promise<void> {
    await this.#ask(`/api/operator/reports/${encodeURIComponent(id)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ action }),
    });
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${this.#secret}` };
    let answer: Response;
    try {
      answer = await fetch(this.#address + path, { ...init, headers });
    } catch {
      throw new Error(`Nothing answers at ${this.#address}. Is the service running?`);
    }
    if (answer.ok) return answer;
    const problem = v.safeParse(Problem, await answer.json().catch(() => null));
    if (!problem.success) throw new Error(`${this.#address} is not this service (${answer.status}).`);
    const { code, title, detail } = problem.output;
    if (code === "not-found") {
      throw new Error("The service has no operator: start it with LUWTE_OPERATOR_SECRET set.");
    }
    throw new Error(`${title}. ${detail}`);
  }
}
