import { countText, type Table } from "@cadre/charts";
import type { CountedMeasure, Result } from "cadre";

const FLOWS = [
  ["joiners.market", "Recruited from outside"],
  ["joiners.unexplained", "Join, but nobody counted them"],
  ["joiners.abroad", "Come from abroad"],
  ["joiners.pipeline", "Come from courses and programmes"],
  ["joiners.returners", "Come back"],
  ["leavers", "Leave their post"],
  ["leavers.retirement", "of them retire"],
] as const;
const STOCKS = [
  ["trainees", "In training"],
  ["headcount", "People in post"],
  ["supply", "Staff in post, FTE"],
  ["demand", "Posts needed, FTE"],
] as const;

/** Who comes, goes and learns in two runs, of one group of staff: in the last year, and over all years. */
export function peopleTable(before: Result, after: Result, { pool, name }: { pool: string; name: string }): Table {
  const { years, referenceDate } = after;
  const last = after.last;
  const at = (result: Result, measure: CountedMeasure, year: number) => result.at({ pool, measure, year });
  const row = (measure: CountedMeasure, title: string, all: string) => {
    const [one, other] = [before, after].map((result) => at(result, measure, last)) as [number, number];
    return [title, countText(one), countText(other), signed(other - one), all];
  };
  const overAll = (measure: CountedMeasure) =>
    signed(years.reduce((sum, year) => sum + at(after, measure, year) - at(before, measure, year), 0));
  const some = (measure: CountedMeasure) =>
    [before, after].some((result) => years.some((year) => Math.round(at(result, measure, year)) !== 0));
  return {
    caption: `${name}: people in the year to ${referenceDate} ${last}, and what differs over all years from ${years[0]}`,
    columns: ["", "Nothing changes", "As set", `Difference in ${last}`, "Over all years"],
    rows: [
      ...FLOWS.filter(([measure]) => some(measure)).map(([measure, title]) => row(measure, title, overAll(measure))),
      ...STOCKS.filter(([measure]) => some(measure)).map(([measure, title]) => row(measure, title, "")),
    ],
  };
}

const signed = (value: number): string => {
  const rounded = Math.round(Math.abs(value));
  return rounded === 0 ? "0" : `${value < 0 ? "−" : "+"}${countText(rounded)}`;
};
