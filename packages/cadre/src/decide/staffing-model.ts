import { type Optimum, Programme, type Term } from "./programme.ts";
import type { StaffChoice, StaffDecision, StaffingQuestion } from "./staffing-question.ts";

/** One decision of one year as a variable of the programme. */
export interface StaffVariable {
  readonly decision: StaffDecision;
  readonly pool: string;
  /** Where people go who move. */
  readonly to?: string;
  /** Place of its year. */
  readonly t: number;
  readonly price: number;
  readonly variable: number;
}

/** What the programme is to find. */
export interface StaffAim {
  readonly least: "cost" | StaffDecision | "misfit";
  /** Heads of a decision that the cheapest of several plans may not exceed. */
  readonly within?: { readonly decision: StaffDecision; readonly heads: number };
}

/** The linear programme of a question about staff. */
export class StaffingModel {
  readonly variables: StaffVariable[] = [];
  /** Posts that miss need by what no decision can mend; only when a plan is to come as near as it can. */
  readonly misfits: { readonly pool: string; readonly t: number; readonly over: boolean; readonly variable: number }[] =
    [];
  private readonly question: StaffingQuestion;
  private readonly aim: StaffAim;
  private readonly programme = new Programme();
  private readonly staff = new Map<string, number[]>();

  constructor(question: StaffingQuestion, aim: StaffAim) {
    this.question = question;
    this.aim = aim;
    for (const id of Object.keys(question.pools))
      this.staff.set(
        id,
        question.years.map(() => this.programme.variable(0)),
      );
    this.decide();
    for (const id of Object.keys(question.pools))
      for (const t of question.years.keys()) {
        this.balance(id, t);
        this.meet(id, t);
      }
    this.limit();
  }

  least(): Promise<Optimum | undefined> {
    return this.programme.least();
  }

  /** Staff of a pool at the end of each year. */
  staffOf(id: string, { values }: Optimum): number[] {
    return this.staff.get(id)!.map((variable) => values[variable]!);
  }

  private decide(): void {
    const { years, pools, moves = [] } = this.question;
    for (const t of years.keys()) {
      for (const [id, pool] of Object.entries(pools))
        for (const decision of ["recruits", "redundancy", "shortTime", "above", "empty"] as const)
          if (pool[decision]) this.add(decision, pool[decision], t, { pool: id });
      for (const move of moves) this.add(move.kind, move, t, { pool: move.from, to: move.to });
    }
  }

  private add(decision: StaffDecision, choice: StaffChoice, t: number, where: { pool: string; to?: string }): void {
    const price = inYear(choice.price, t);
    const { least } = this.aim;
    const cost = least === "cost" ? price : least === decision ? 1 : 0;
    const variable = this.programme.variable(cost, inYear(choice.most ?? Number.POSITIVE_INFINITY, t));
    this.variables.push({ decision, ...where, t, price, variable });
  }

  /** Who is there is who stayed and who came, less who went. */
  private balance(id: string, t: number): void {
    const { pools, moves = [] } = this.question;
    const { today, leaving, leavingNew = leaving } = pools[id]!;
    const own = this.staff.get(id)!;
    const terms: Term[] = [[own[t]!, 1]];
    if (t > 0) terms.push([own[t - 1]!, leaving - 1]);
    for (const one of this.of("recruits", t, (pool) => pool === id)) terms.push([one.variable, leavingNew - 1]);
    for (const one of this.of("redundancy", t, (pool) => pool === id)) terms.push([one.variable, 1]);
    for (const { kind, from, to, leaving: lost } of moves)
      for (const { variable } of this.of(kind, t, (pool, goal) => pool === from && goal === to)) {
        if (from === id) terms.push([variable, 1]);
        if (to === id) terms.push([variable, lost - 1]);
      }
    this.programme.row(summed(terms), "=", t > 0 ? 0 : (1 - leaving) * today);
  }

  /** Work done and posts left empty are the need; staff beyond it are above need. */
  private meet(id: string, t: number): void {
    const { need, shortTime } = this.question.pools[id]!;
    const own = (pool: string) => pool === id;
    const terms: Term[] = [[this.staff.get(id)![t]!, 1]];
    for (const { variable } of this.of("shortTime", t, own)) terms.push([variable, (shortTime?.works ?? 1) - 1]);
    for (const { variable } of this.of("above", t, own)) terms.push([variable, -1]);
    for (const { variable } of this.of("empty", t, own)) terms.push([variable, 1]);
    if (this.aim.least === "misfit")
      for (const over of [false, true]) {
        const variable = this.programme.variable(1);
        this.misfits.push({ pool: id, t, over, variable });
        terms.push([variable, over ? -1 : 1]);
      }
    this.programme.row(terms, "=", need[t]!);
    // Nobody is on short time twice, or without being there.
    for (const { variable } of this.of("shortTime", t, own))
      this.programme.row(
        [
          [variable, 1],
          [this.staff.get(id)![t]!, -1],
        ],
        "<=",
        0,
      );
  }

  private limit(): void {
    const { years, moves = [], together = [], budget = {} } = this.question;
    const heads = (found: readonly StaffVariable[]) => found.map(({ variable }): Term => [variable, 1]);
    for (const t of years.keys()) {
      for (const { kind, from, to, mostOf } of moves)
        if (mostOf) {
          const whole: Term = [this.staff.get(mostOf.pool)![t]!, -mostOf.share];
          this.programme.row(
            [...heads(this.of(kind, t, (pool, goal) => pool === from && goal === to)), whole],
            "<=",
            0,
          );
        }
      for (const { decision, pools, most } of together)
        this.programme.row(heads(this.of(decision, t, (pool) => pools?.includes(pool) ?? true)), "<=", inYear(most, t));
      if (budget.perYear !== undefined)
        this.programme.row(pounds(this.variables.filter((one) => one.t === t)), "<=", inYear(budget.perYear, t));
    }
    if (budget.total !== undefined) this.programme.row(pounds(this.variables), "<=", budget.total);
    const { within } = this.aim;
    if (within)
      this.programme.row(
        heads(this.variables.filter(({ decision }) => decision === within.decision)),
        "<=",
        within.heads,
      );
  }

  private of(decision: StaffDecision, t: number, from: (pool: string, to?: string) => boolean): StaffVariable[] {
    return this.variables.filter((one) => one.decision === decision && one.t === t && from(one.pool, one.to));
  }
}

const inYear = (given: number | readonly number[], t: number): number =>
  typeof given === "number" ? given : given[t]!;
const pounds = (of: readonly StaffVariable[]): Term[] => of.map(({ variable, price }) => [variable, price]);

/** A variable stands once in a row: a move from a pool to itself would stand there twice. */
function summed(terms: readonly Term[]): Term[] {
  const times = new Map<number, number>();
  for (const [variable, one] of terms) times.set(variable, (times.get(variable) ?? 0) + one);
  return [...times];
}
