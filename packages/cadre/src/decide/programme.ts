import { CadreError } from "../error/cadre-error.ts";
import { loadSolver } from "./solver.ts";

/** A linear programme, perhaps with yes-or-no variables, put together row by row. All variables are zero or more. */
export class Programme {
  private readonly costs: number[] = [];
  private readonly most: number[] = [];
  private readonly choices: number[] = [];
  private readonly rows: string[] = [];

  /** A new variable: what one of it costs, and how much of it there may be. */
  variable(cost: number, most = Number.POSITIVE_INFINITY): number {
    this.costs.push(cost);
    return this.most.push(most) - 1;
  }

  /** A variable that is zero or one. */
  choice(cost: number): number {
    const index = this.variable(cost, 1);
    this.choices.push(index);
    return index;
  }

  /** What a sum of variables is to be. */
  row(terms: readonly Term[], sense: "<=" | ">=" | "=", right: number): void {
    const kept = terms.filter(([, times]) => Math.abs(times) > NOTHING);
    const sum = kept.length > 0 ? kept.map(termText).join(" ") : `+ 0 x${this.variable(0, 0)}`;
    this.rows.push(` r${this.rows.length}: ${sum} ${sense} ${right}`);
  }

  /** The least cost and the variables that have it; undefined when no values fit all rows. */
  async least(): Promise<Optimum | undefined> {
    const solver = await loadSolver();
    const { costs, most, choices } = this;
    const cost = costs.map((times, v): Term => [v, times]).filter(([, times]) => Math.abs(times) > NOTHING);
    const limited = most.flatMap((limit, v) => (Number.isFinite(limit) ? [` 0 <= x${v} <= ${limit}`] : []));
    const text = [
      "Minimize",
      ` cost: ${cost.length > 0 ? cost.map(termText).join(" ") : "0 x0"}`,
      "Subject To",
      ...this.rows,
      "Bounds",
      ...limited,
      ...(choices.length > 0 ? ["Binary", ` ${choices.map((v) => `x${v}`).join(" ")}`] : []),
      "End",
    ].join("\n");
    const { Status, ObjectiveValue, Columns } = solver.solve(text, OPTIONS);
    if (Status === "Infeasible") return undefined;
    if (Status !== "Optimal")
      throw new CadreError({
        code: "no-optimum",
        message: "The programme has no best answer.",
        value: Status,
        rule: "Something useful must have a limit: a price, money or a number.",
        fix: "Give every choice a price of zero or more, and a limit where it earns money.",
      });
    const values = Float64Array.from(costs, (_, v) => {
      const column = Columns[`x${v}`];
      return column && "Primal" in column ? (column.Primal ?? 0) : 0;
    });
    return { cost: ObjectiveValue, values };
  }
}

/** A variable and how many times it counts. */
export type Term = readonly [variable: number, times: number];

/** What a programme comes to. */
export interface Optimum {
  readonly cost: number;
  readonly values: Float64Array;
}

const NOTHING = 1e-11;
/** Optimal to the last digit that the solver knows, and the same answer each time. */
const OPTIONS = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  threads: 1,
  random_seed: 0,
} as const;

const termText = ([variable, times]: Term): string => `${times < 0 ? "-" : "+"} ${Math.abs(times)} x${variable}`;
