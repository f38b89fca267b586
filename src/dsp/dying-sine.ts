const TAU = 2 * Math.PI;

/**
 * A sine that dies away, g e^(-d n) sin(2 pi (t + c n)), found at any frame n. From its first four samples the others
 * follow: s[n + 4] = `turn` s[n + 2] + `fall` s[n].
 */
export class DyingSine {
  turn = 0;
  fall = 0;
  /** The samples at the frame sought and the three after it. */
  s0 = 0;
  s1 = 0;
  s2 = 0;
  s3 = 0;
  #cycles = 0;
  #turns = 0;
  #stepCos = 1;
  #stepSin = 0;

  /** @param cycles c, per frame @param damping d, per frame @param turns t */
  begin(cycles: number, damping: number, turns: number): void {
    const decay = Math.exp(-damping);
    this.#cycles = cycles;
    this.#turns = turns;
    this.#stepCos = decay * Math.cos(TAU * cycles);
    this.#stepSin = decay * Math.sin(TAU * cycles);
    this.turn = 2 * decay ** 2 * Math.cos(2 * TAU * cycles);
    this.fall = -(decay ** 4);
  }

  /** Sets the samples from frame n on. @param gain amplitude there, g e^(-d n) */
  seek(frame: number, gain: number): void {
    const turns = this.#turns + this.#cycles * frame;
    const angle = TAU * (turns - Math.floor(turns));
    let cos = gain * Math.cos(angle);
    this.s0 = gain * Math.sin(angle);
    this.s1 = this.s0 * this.#stepCos + cos * this.#stepSin;
    cos = cos * this.#stepCos - this.s0 * this.#stepSin;
    this.s2 = this.s1 * this.#stepCos + cos * this.#stepSin;
    cos = cos * this.#stepCos - this.s1 * this.#stepSin;
    this.s3 = this.s2 * this.#stepCos + cos * this.#stepSin;
  }
}
