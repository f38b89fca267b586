/**
 * A number that runs straight from a block's first frame to the next block's. In the fields of an object it can be
 * handed on without going to the heap.
 */
export class Ramp {
  /** Value at the first frame of the block. */
  from = 0;
  /** Value at the first frame of the next block. */
  to = 0;
}
