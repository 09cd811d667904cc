import { type AppliedChange, partOfEffect } from "../scenario/change.ts";

/** `(set or base) × Π multiply + Σ add`; a `set` that works in part goes so much of the way from the base to it. */
export const changedValue = (base: number, setShare: number, set: number, factor: number, addition: number): number =>
  (base + (set - base) * setShare) * factor + addition;

/** What several changes, in any order, come to for each of some numbers; written over again and again. */
export class CombinedChanges {
  /** By number: how much of it is set, and to what. */
  readonly setShare: Float64Array;
  readonly set: Float64Array;
  readonly factor: Float64Array;
  readonly addition: Float64Array;
  private readonly length: number;

  constructor(length: number) {
    const numbers = () => new Float64Array(length);
    [this.setShare, this.set, this.factor, this.addition] = [numbers(), numbers(), numbers(), numbers()];
    this.length = length;
  }

  /** Nothing changes. */
  clear(): void {
    for (let i = 0; i < this.length; i++) {
      this.setShare[i] = 0;
      this.factor[i] = 1;
      this.addition[i] = 0;
    }
  }

  /**
   * Takes in a change at its phase, for the numbers with a 1 in `cells`; for all of them when left out. A `set` sets each
   * to its own number in `to`, when given.
   */
  add(
    { kind, value, share }: Pick<AppliedChange, "kind" | "value" | "share">,
    phase: number,
    cells?: Uint8Array,
    to?: (i: number) => number,
  ): void {
    const part = partOfEffect(kind, value, phase);
    for (let i = 0; i < this.length; i++) {
      if (cells && !cells[i]) continue;
      if (kind === "multiply") this.factor[i]! *= part;
      else if (kind === "add") this.addition[i]! += part;
      else {
        this.setShare[i] = share * phase;
        this.set[i] = to ? to(i) : part;
      }
    }
  }

  /** Whether a number is left as it is. */
  leaves(i: number): boolean {
    return this.factor[i] === 1 && this.addition[i] === 0 && this.setShare[i] === 0;
  }

  /** What becomes of the number at place `i`. */
  of(base: number, i: number): number {
    return changedValue(base, this.setShare[i]!, this.set[i]!, this.factor[i]!, this.addition[i]!);
  }
}
