import { CadreError } from "../error/cadre-error.ts";
import { type Band, parseBand } from "../table/band.ts";
import { parseNumber } from "../table/quantity.ts";
import { SEX_WORDS } from "./age-table.ts";
import { csvTable } from "./csv-table.ts";

/** One line: how much death rates of these people fall a year, from a year on. */
interface Falling {
  readonly band: Band;
  /** 0 women, 1 men; undefined where the table knows no sex. */
  readonly sex: number | undefined;
  readonly from: number;
  readonly share: number;
}

/** Death rates have never fallen by more than this a year for long; beyond it a unit was mistaken. */
const MOST = 0.2;

/**
 * How much death rates fall in each interval of a projection, by (sex, age), from a table with the columns age (bands),
 * improvement, and sex and from (a year) where it differs. A line without a year holds throughout; of several the latest
 * that has begun holds. Before the first year nothing falls. One list where all intervals are alike.
 */
export function readImprovement(
  { file, text }: { readonly file: string; readonly text: string },
  of: { readonly from: number; readonly years: number; readonly interval: number; sexes: number; ages: number },
): readonly (readonly number[])[] {
  const { columns, rows } = csvTable(text, file, "table of improvements", ["age", "improvement"]);
  const lines = rows.map(({ line, cells }): Falling => {
    const cell = (name: string) => (columns[name] === undefined ? undefined : cells[columns[name]]!.trim());
    const fail = (name: string, rule: string, fix: string): never => {
      throw new CadreError({
        code: "bad-table",
        file,
        line,
        column: (columns[name] ?? 0) + 1,
        message: `This is not the ${name} of an improvement of mortality.`,
        value: cell(name) || "(nothing)",
        rule,
        fix,
      });
    };
    const band = parseBand(cell("age") ?? "") ?? fail("age", "An age, a band or an open band.", "Write it like 65-74.");
    const read = parseNumber(cell("improvement") ?? "");
    if (!read || read.unit || Math.abs(read.value) > MOST)
      return fail("improvement", "How much death rates fall in a year, between -20% and 20%.", "Write it like 1.5%.");
    const sex = cell("sex") === undefined ? undefined : SEX_WORDS.get(cell("sex")!.toLowerCase());
    if (cell("sex") !== undefined && sex === undefined) fail("sex", "female or male.", "Write female or male.");
    const year = cell("from");
    if (year !== undefined && !/^\d{4}$/.test(year)) fail("from", "A year of four digits.", "Write it like 2013.");
    return { band, sex, from: year === undefined ? Number.NEGATIVE_INFINITY : Number(year), share: read.value };
  });
  const starts = Array.from({ length: of.years / of.interval }, (_, step) => of.from + step * of.interval);
  const changes = new Set(lines.map(({ from }) => from)).size > 1 || lines.some(({ from }) => from > of.from);
  return (changes ? starts : starts.slice(0, 1)).map((year) =>
    Array.from({ length: of.sexes * of.ages }, (_, i) => {
      const [sex, age] = [Math.floor(i / of.ages), (i % of.ages) * of.interval];
      const own = lines.filter((one) => (one.sex ?? sex) === sex && one.band.from <= age && age <= one.band.to);
      if (own.length === 0) throw missing(file, sex, age);
      return own.filter(({ from }) => from <= year).sort((a, b) => b.from - a.from)[0]?.share ?? 0;
    }),
  );
}

const missing = (file: string, sex: number, age: number): CadreError =>
  new CadreError({
    code: "bad-table",
    file,
    line: 1,
    column: 1,
    message: `The table does not say how mortality improves at age ${age}.`,
    value: `${sex === 0 ? "female" : "male"}, ${age}`,
    rule: "Every sex and age of the people has an improvement; 0% where there is none.",
    fix: "Add a line, or widen a band.",
  });
