import { OpeningStaff } from "../base-year/opening-staff.ts";
import type { PlannedMoves } from "../supply/planned-moves.ts";
import type { Recruiter } from "../supply/recruit.ts";
import type { Size } from "../supply/size.ts";
import type { Training } from "../supply/training.ts";
import type { StepRecord, TakenOut } from "./projection.ts";

/** What a projection keeps by sex, age and tenure, and step by step; nothing when only totals are wanted. */
export class Detail {
  readonly stock: Float64Array;
  readonly personYears: Float64Array;
  readonly steps: StepRecord[] = [];
  /** Follows those in post at the start of a year, when asked for, and keeps the years they live. */
  readonly openingStaff: { readonly staff: OpeningStaff; readonly years: Float64Array } | undefined;
  private readonly cells: number;
  private readonly nobody: Float64Array;

  constructor(size: Size, years: number, openingStaff: boolean) {
    const { pools, entries, tenures } = size;
    this.cells = pools * entries * tenures;
    this.stock = new Float64Array((years + 1) * this.cells);
    this.personYears = new Float64Array(years * this.cells);
    this.nobody = new Float64Array(pools * entries);
    this.openingStaff = openingStaff
      ? { staff: new OpeningStaff(size), years: new Float64Array(years * this.cells) }
      : undefined;
  }

  keepStock(date: number, heads: Float64Array): void {
    this.stock.set(heads, date * this.cells);
  }

  keepYear(year: number, lived: Float64Array): void {
    this.personYears.set(lived, year * this.cells);
    this.openingStaff?.years.set(this.openingStaff.staff.lived, year * this.cells);
  }

  /** Joiners by (pool, sex, age) are empty when there never are any; they are kept as they are. */
  keepStep(
    recruiter: Recruiter,
    training: Training,
    planned: PlannedMoves,
    pipeline: Float64Array,
    returners: Float64Array,
    abroad: Float64Array,
  ): void {
    this.steps.push({
      market: recruiter.market.slice(),
      pipeline: pipeline.length > 0 ? pipeline : this.nobody,
      returners: returners.length > 0 ? returners : this.nobody,
      abroad: abroad.length > 0 ? abroad : this.nobody,
      taken: [
        ...recruiter.hired().map((hire): TakenOut => ({ ...hire, kind: "hire" })),
        ...training.given.map(
          ({ pool, course, heads }): TakenOut => ({ from: pool, to: course, kind: "training", heads }),
        ),
        ...planned.gone.map((one): TakenOut => ({ ...one, kind: one.to < 0 ? "redundancy" : "move" })),
      ],
    });
  }
}
