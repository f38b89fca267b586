/** So many come back at once in a round: while they are answered the wait of the others ends, and nobody idles. */
const AT_ONCE = 1;

/**
 * Lets every connection have its turn before any has a second one, but for one of them. workerd asks the system who has sent
 * something only when nothing is left to do, and reads first where it has just answered: under full load a few quick
 * connections kept it busy for 300 ms while others waited. So one that comes back waits until the system has been asked
 * again; nobody else waits.
 */
export class Turns {
  readonly #asked: () => Promise<void>;
  /** Who has had a turn in this round, and how many turns there were. */
  readonly #had = new Set<string>();
  #turns = 0;
  #round = 0;

  /** @param asked resolves once the system has been asked who else has sent something; it may take its time */
  constructor(asked: () => Promise<void>) {
    this.#asked = asked;
  }

  /**
   * Waits for the turn of a connection, and takes it.
   * @param meanwhile goes on with a promise while the request is answered
   */
  async take(connection: string, meanwhile: (promise: Promise<void>) => void): Promise<void> {
    while (this.#had.has(connection) && this.#turns - this.#had.size >= AT_ONCE) await this.#nextRound();
    // Asked from the beginning of a round on, so that hardly anyone waits at its end.
    if (this.#turns === 0) meanwhile(this.#nextRound());
    this.#had.add(connection);
    this.#turns++;
  }

  /** Whoever has asked begins the next round, unless it has begun: a request that is given up begins none. */
  async #nextRound(): Promise<void> {
    const round = this.#round;
    await this.#asked();
    if (round !== this.#round) return;
    this.#round++;
    this.#turns = 0;
    this.#had.clear();
  }
}
