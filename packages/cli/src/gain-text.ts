import type { Result, Scenario } from "cadre";
import type { CostEach, GainCost } from "cadre/decide";
import { clippedTitle, columns, wrappedText } from "./text/columns.ts";
import { percentage, readableNumber } from "./text/number.ts";

const pounds = (value: number): string => (value < 0 ? `−£${readableNumber(-value)}` : `£${readableNumber(value)}`);

/** Whether somebody has stated what something in a scenario costs. */
export const hasPrices = ({ interventions = [] }: Scenario): boolean =>
  interventions.some(({ cost }) => (cost?.perYear ?? cost?.once) !== undefined);

/** Runs of which at least one thing done has a price, beside the first one, which others are held against. */
export const pricedRuns = (results: readonly Result[]): Result[] =>
  results.filter(({ data }, i) => i === 0 || hasPrices(data.resolved.scenario));

/** What each full-time equivalent and each person-year that plans gain costs; nothing when none of them has a price. */
export function gainText(gains: readonly GainCost[], by: number): string[] {
  if (gains.length === 0) return [];
  const drawn = gains.some((one) => one.drawn);
  const unsure = gains.some(({ perFte, perPersonYear }) => isOpen(perFte) || isOpen(perPersonYear));
  return [
    columns([[`What a gain costs, by ${by}`, "", ...(drawn ? ["8 of 10 draws"] : [])], ...gains.flatMap(rowsOf)]),
    ...(unsure ? [wrappedText(`–: nothing is gained, so that no price can be worked out.${openWords(gains)}`)] : []),
  ];
}

function rowsOf({ title, central, drawn, perFte, perPersonYear }: GainCost): string[][] {
  const row = (name: string, value: string, spread: string): string[] => [name, value, ...(drawn ? [spread] : [])];
  const one = (name: string, of: keyof GainCost["central"], said: (value: number) => string): string[] =>
    row(name, said(central[of]), drawn ? range(drawn[of], said) : "");
  return [
    row(clippedTitle(title, 40), "", ""),
    one("  spent more", "pounds", pounds),
    one("  full-time equivalents more", "fte", (value) => readableNumber(value, 1)),
    row("    each", eachOf(perFte), drawnOf(perFte)),
    one("  person-years more", "personYears", (value) => readableNumber(value, 1)),
    row("    each", eachOf(perPersonYear), drawnOf(perPersonYear)),
  ];
}

const range = ({ p10, p90 }: { p10: number; p90: number }, said: (value: number) => string): string =>
  `${said(p10)} to ${said(p90)}`;

const eachOf = ({ central }: CostEach): string => (central === undefined ? "–" : pounds(central));
const drawnOf = ({ drawn }: CostEach): string => {
  if (drawn?.p10 === undefined) return "–";
  return drawn.p90 === undefined ? `${pounds(drawn.p10)} to –` : range({ p10: drawn.p10, p90: drawn.p90 }, pounds);
};
const isOpen = ({ central, drawn }: CostEach): boolean =>
  central === undefined || (drawn !== undefined && drawn.p90 === undefined);

/** How often something is gained, of plans that do not always gain. */
function openWords(gains: readonly GainCost[]): string {
  const said = gains.flatMap(({ title, perFte: { drawn } }) =>
    drawn && drawn.gained < 1 ? [`“${title}” gains staff in ${percentage(drawn.gained, 0)} of the draws`] : [],
  );
  return said.length > 0 ? ` ${said.join("; ")}.` : "";
}
