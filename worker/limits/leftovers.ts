/**
 * What requests have left behind in memory, and when it is let go of. Behind a request, an answer or a call to an object stand
 * objects of workerd's own, which only a collection of the whole heap lets go of. V8 does not know how large they are, and
 * collects when its own heap wants a page more: after 2000 requests, or after 12,000, and so much longer it takes.
 */
export class Leftovers {
  readonly #collect: () => void;
  readonly #mostKilobytes: number;
  #kilobytes = 0;

  /**
   * @param collect lets go of everything that is not in use
   * @param mostKilobytes so much may be left when it is called
   */
  constructor(collect: () => void, mostKilobytes: number) {
    this.#collect = collect;
    this.#mostKilobytes = mostKilobytes;
  }

  /** Counts what a request leaves, kilobytes. */
  add(kilobytes: number): void {
    this.#kilobytes += kilobytes;
    if (this.#kilobytes < this.#mostKilobytes) return;
    this.#kilobytes = 0;
    this.#collect();
  }
}
