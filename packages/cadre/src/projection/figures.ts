import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { type AgeMeasure, countedOf, isStock, MEASURE_NAMES, type Measure, unitOf } from "../model/measures.ts";
import type { UnitWords } from "../model/units.ts";
import { measureNamed } from "../system/measure-named.ts";
import { cellsOfGroup } from "./cells.ts";
import { type Group, groupsOf } from "./groups.ts";
import { isCountedOf } from "./layout.ts";
import { MeasureColumns } from "./measure-columns.ts";
import type { ResultData } from "./result-data.ts";

/** Finds the numbers of a result by pool or group, measure and year, and keeps the columns it has worked out. */
export class Figures {
  readonly groups: readonly Group[];
  private readonly data: ResultData;
  private readonly columns: MeasureColumns;
  private readonly known = new Map<string, Float64Array>();

  constructor(data: ResultData) {
    this.data = data;
    this.groups = groupsOf(data.resolved);
    this.columns = new MeasureColumns(data.resolved, data.projection);
  }

  /** The base year and the model years. */
  get span(): { readonly base: number; readonly years: readonly number[] } {
    return this.data.resolved;
  }

  /** The years that a measure has numbers for. */
  yearsOf(measure: Measure): readonly number[] {
    const { base, years } = this.data.resolved;
    return isStock(measure) ? [base, ...years] : years;
  }

  at(pool: string, measure: Measure, year: number): number | undefined {
    const [group, asked] = this.find(pool, measure);
    return this.number(group, asked, this.rowOf(asked, year));
  }

  series(pool: string, measure: Measure): { year: number; value: number | undefined }[] {
    const [group, asked] = this.find(pool, measure);
    return this.yearsOf(asked).map((year, row) => ({ year, value: this.number(group, asked, row) }));
  }

  unit(pool: string, measure: Measure): UnitWords {
    const [{ pools }, asked] = this.find(pool, measure);
    return unitOf(
      asked,
      pools.map((p) => this.data.resolved.pools[p]!.counts),
    );
  }

  /** Heads by (sex, age, tenure), row-major. */
  cells(pool: string, measure: AgeMeasure, year: number): Float64Array {
    const { resolved, projection } = this.data;
    const [{ pools }] = this.find(pool, measure);
    return cellsOfGroup(resolved, projection, pools, measure, this.rowOf(measure, year));
  }

  /** One number of a measure that a group has; undefined where it cannot be worked out. */
  number(group: Group, measure: Measure, row: number): number | undefined {
    const value = this.column(group, measure)[row]!;
    return Number.isNaN(value) ? undefined : value;
  }

  private column(group: Group, measure: Measure): Float64Array {
    const name = `${group.id} ${measure}`;
    const found = this.known.get(name) ?? this.columns.of(group, measure);
    this.known.set(name, found);
    return found;
  }

  /** A group and a measure that it has. Only all staff together may ask for pipelines where there are none: nobody trains. */
  private find(pool: string, measure: Measure): [Group, Measure] {
    const ids = this.groups.map(({ id }) => id);
    const group = this.groups[ids.indexOf(pool)] ?? unknown("pool", pool, ids);
    const asked = measureNamed(measure);
    if (group.id !== "all" && !isCountedOf(group, asked)) throw withoutGroup(group.id, asked, group.pools.length === 0);
    return [group, asked];
  }

  private rowOf(measure: Measure, year: number): number {
    const years = this.yearsOf(measure);
    const row = years.indexOf(year);
    return row < 0 ? unknown("year", String(year), years.map(String)) : row;
  }
}

/** A pipeline has no posts, and a pool no entrants. */
export function withoutGroup(group: string, measure: Measure, isPipeline: boolean): CadreError {
  const of = (kind: "pools" | "pipelines") => MEASURE_NAMES.filter((name) => countedOf(name).includes(kind)).join(", ");
  return new CadreError({
    code: "measure-without-group",
    message: isPipeline ? `A pipeline has no "${measure}".` : `"${measure}" is counted for pipelines only.`,
    value: group,
    rule: isPipeline ? `Of a pipeline: ${of("pipelines")}.` : `Of pools and groups: ${of("pools")}.`,
    fix: isPipeline
      ? "Ask for one of these."
      : "Name a pipeline, such as pipeline:care-academy, or ask for one of these.",
  });
}

function unknown(what: string, name: string, known: readonly string[]): never {
  throw new CadreError({
    code: `unknown-${what}`,
    message: `This result has no ${what} "${name}".`,
    value: name,
    rule: `Known: ${known.slice(0, 24).join(", ")}.`,
    fix: `Ask for a ${what} that is there.`,
    didYouMean: suggest(name, known),
  });
}
