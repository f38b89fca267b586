import { Automation, type AutomationPlan } from "../../dsp/automation.ts";
import { BLOCK_FRAMES, type Kernel, type LayerDefinition, type ParamAt } from "../../dsp/layer.ts";

/** Blocks a live runner may render beyond the present one while it catches up: half a second of night in two calls. */
const CATCH_UP_BLOCKS = 128;
/** A gap up to this many blocks is rendered through; a longer one starts a fresh kernel. */
const GAP_BLOCKS = 64;
/** A sound that joins late rises over this many blocks (some 20 ms), so that it never clicks. */
const JOIN_BLOCKS = 8;

/**
 * Keeps one kernel in step with a clock that may jump: renders what lies before the frame asked for, drops it, and
 * says so while it is still behind. The same code runs in the audio thread and in plain Node.
 */
export class KernelRunner {
  readonly #layer: LayerDefinition;
  readonly #sampleRate: number;
  readonly #seed: number;
  readonly #plans = new Map<string, Automation>();
  readonly #defaults = new Map<string, number>();
  readonly #paramAt: ParamAt;
  readonly #patient: boolean;
  #kernel: Kernel;
  #next: number;
  #joining = 0;
  #late = false;

  /** @param patient true where a preroll may take all the time it needs (offline, Node) */
  constructor(
    layer: LayerDefinition,
    options: {
      readonly sampleRate: number;
      readonly seed: number;
      readonly automation: Readonly<Record<string, AutomationPlan>>;
      readonly patient: boolean;
    },
  ) {
    this.#layer = layer;
    this.#sampleRate = options.sampleRate;
    this.#seed = options.seed;
    this.#patient = options.patient;
    for (const [name, spec] of Object.entries(layer.params)) this.#defaults.set(name, spec.default);
    for (const [name, plan] of Object.entries(options.automation)) this.plan(name, plan);
    this.#paramAt = (name, frame) =>
      this.#plans.get(name)?.at(frame) ?? this.#defaults.get(name) ?? Number.NaN;
    this.#kernel = new layer.kernel(this.#sampleRate, this.#seed);
    this.#next = Number.NaN;
  }

  /** Replaces a parameter's plan. Throws, naming both, if the layer has no such parameter. */
  plan(name: string, plan: AutomationPlan): void {
    if (!this.#defaults.has(name)) throw new Error(`layer ${this.#layer.id}: no parameter "${name}"`);
    this.#plans.set(name, new Automation(plan, this.#sampleRate));
  }

  /**
   * Writes one block that begins at night frame `frame` (a multiple of 128).
   * @returns false, with silence written, while the kernel is still catching up
   */
  render(left: Float32Array, right: Float32Array, frame: number): boolean {
    const gap = frame - this.#next;
    if (!(gap >= 0 && gap <= GAP_BLOCKS * BLOCK_FRAMES) && !(this.#late && gap > 0)) this.#restart(frame);
    let budget = this.#patient ? Number.POSITIVE_INFINITY : CATCH_UP_BLOCKS;
    while (this.#next < frame && budget-- > 0) {
      this.#kernel.process(left, right, BLOCK_FRAMES, this.#next, this.#paramAt);
      this.#next += BLOCK_FRAMES;
    }
    if (this.#next < frame) {
      this.#late = true;
      left.fill(0);
      right.fill(0);
      return false;
    }
    if (this.#late) this.#joining = JOIN_BLOCKS;
    this.#late = false;
    this.#kernel.process(left, right, BLOCK_FRAMES, frame, this.#paramAt);
    this.#next = frame + BLOCK_FRAMES;
    if (this.#joining > 0) this.#join(left, right);
    return true;
  }

  #restart(frame: number): void {
    const preroll = Math.ceil((this.#layer.prerollSeconds * this.#sampleRate) / BLOCK_FRAMES);
    this.#kernel = new this.#layer.kernel(this.#sampleRate, this.#seed);
    this.#next = frame - preroll * BLOCK_FRAMES;
  }

  #join(left: Float32Array, right: Float32Array): void {
    const start = 1 - this.#joining / JOIN_BLOCKS;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = start + i / (BLOCK_FRAMES * JOIN_BLOCKS);
      left[i] = (left[i] ?? 0) * gain;
      right[i] = (right[i] ?? 0) * gain;
    }
    this.#joining--;
  }
}
