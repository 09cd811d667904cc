import type { Coefficients } from "../supply/coefficients.ts";
import type { Size } from "../supply/size.ts";
import type { Stock } from "../supply/step.ts";

/** What of a stock is followed. */
type Followed = Pick<Stock, "heads" | "lived" | "joiners">;

/**
 * Follows those in post at the start of the base year through it, for rates that are about them alone (a stability
 * index): joiners of the year are in the stock as well and are taken off. People hired away are taken from all heads of
 * a cell alike.
 */
export class OpeningStaff {
  /** Person-years they lived in the year, by (pool, sex, age, tenure). */
  readonly lived: Float64Array;
  private readonly now: Float64Array;
  private readonly headsBefore: Float64Array;
  private readonly livedBefore: Float64Array;
  private readonly tenures: number;

  constructor({ pools, entries, tenures }: Size) {
    const cells = () => new Float64Array(pools * entries * tenures);
    [this.lived, this.now, this.headsBefore, this.livedBefore] = [cells(), cells(), cells(), cells()];
    this.tenures = tenures;
  }

  begin(opening: Float64Array): void {
    this.now.set(opening);
    this.lived.fill(0);
  }

  /** Before a step is taken. */
  before({ heads, lived }: Followed): void {
    this.headsBefore.set(heads);
    this.livedBefore.set(lived);
  }

  /** After it: what the heads of a cell lived and left, less what its joiners of the step did. */
  after({ heads, lived, joiners }: Followed, { joinerLived, joinerStay }: Coefficients): void {
    for (let c = 0; c < heads.length; c++) {
      const before = this.headsBefore[c]!;
      const share = before > 0 ? this.now[c]! / before : 0;
      const i = c % this.tenures === 0 ? c / this.tenures : -1;
      const [joinedYears, joinedHeads] = i < 0 ? [0, 0] : [joiners[i]! * joinerLived[i]!, joiners[i]! * joinerStay[i]!];
      this.lived[c]! += share * (lived[c]! - this.livedBefore[c]! - joinedYears);
      this.now[c] = share * (heads[c]! - joinedHeads);
    }
  }
}
