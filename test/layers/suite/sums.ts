/** Sums and peaks of squares over a stereo sound that comes in pieces. In a loop of its own: it runs for every sample of every layer. */
export class Sums {
  left = 0;
  right = 0;
  product = 0;
  peakLeft = 0;
  peakRight = 0;
  /** Largest square of the latest piece, and where it stands. */
  largest = 0;
  largestAt = 0;

  /** Brings a piece to its level, in place, and adds it. */
  add(left: Float32Array, right: Float32Array, gain: number): void {
    let [sumLeft, sumRight, sumProduct] = [0, 0, 0];
    let [peakLeft, peakRight, peakAt] = [0, 0, 0];
    let largest = 0;
    const count = left.length;
    for (let i = 0; i < count; i++) {
      const a = gain * (left[i] ?? 0);
      const b = gain * (right[i] ?? 0);
      left[i] = a;
      right[i] = b;
      const aa = a * a;
      const bb = b * b;
      sumLeft += aa;
      sumRight += bb;
      sumProduct += a * b;
      if (aa > largest || bb > largest) {
        largest = Math.max(aa, bb);
        peakAt = i;
      }
      if (aa > peakLeft) peakLeft = aa;
      if (bb > peakRight) peakRight = bb;
    }
    this.left += sumLeft;
    this.right += sumRight;
    this.product += sumProduct;
    this.peakLeft = Math.max(this.peakLeft, peakLeft);
    this.peakRight = Math.max(this.peakRight, peakRight);
    this.largest = largest;
    this.largestAt = peakAt;
  }
}
