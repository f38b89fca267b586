import type { ColourFilter } from "./noise-kernel.ts";

/** Filters one after the other. */
export class FilterChain implements ColourFilter {
  readonly #filters: readonly ColourFilter[];

  constructor(filters: readonly ColourFilter[]) {
    this.#filters = filters;
  }

  reset(): void {
    for (const filter of this.#filters) filter.reset();
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    for (const filter of this.#filters) filter.process(samples);
  }
}
