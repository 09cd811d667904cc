import type { Input } from "cadre";
import { rounded, signed } from "../pack/cell.ts";
import type { PackCell, PackPage, PackTable } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { inputName } from "../text/input-name.ts";
import { inputValue } from "../text/input-value.ts";
import { shortenedText } from "../text/plain.ts";

/** So many stand on the page; a workbook holds all of them. */
const MOST = 12;

const SOURCE_NOT_NAMED = "none named";

/** An input and what a tenth more of it does to the gap. */
export interface RankedInput {
  readonly input: Input;
  readonly effect: number | undefined;
}

/** Every input, the most influential first; without effects, assumptions before facts and the least sure first. */
export function rankedInputs({ first, effects = [] }: PackSetting): RankedInput[] {
  const effectOf = new Map(effects.map(({ parameter, effect }) => [parameter, effect]));
  const weight = ({ input, effect }: RankedInput): number => {
    if (effects.length > 0) return Math.abs(effect ?? 0);
    return { assumed: 4, low: 3, medium: 2, high: 1 }[input.quality ?? "high"] + (input.kind === "assumption" ? 3 : 0);
  };
  return first.assumptions
    .filter(({ value }) => value !== undefined)
    .map((input): RankedInput => ({ input, effect: effectOf.get(input.parameter) }))
    .sort((one, other) => weight(other) - weight(one));
}

/** What the answer rests on, the most influential first. */
export function assumptionsPage(setting: PackSetting): PackPage {
  const { first, plan, effects, name, year } = setting;
  const ranked = rankedInputs(setting);
  const shown = ranked.slice(0, MOST);
  const [most] = ranked;
  const under = scenarioName(plan ?? first);
  const known = effects !== undefined && most?.effect !== undefined && rounded(most.effect) !== 0;
  return {
    id: "assumptions",
    about: "Assumptions",
    title: known
      ? `What the answer depends on most: “${shortenedText(inputName(first, most.input.parameter), 80)}”. A tenth more of it moves the gap by ${signed(most.effect ?? 0)} FTE`
      : `What the answer depends on: ${ranked.length} numbers, of which ${ranked.filter(({ input }) => input.kind === "assumption").length} are assumptions`,
    text: effects
      ? `Effect: change of the gap in ${year}, in FTE, when the number alone is a tenth higher. ${name}. Scenario: ${under}.`
      : "Assumptions first, the least sure of them before the others. How much each matters has not been worked out here.",
    points: [],
    tables: [assumptionTable(setting, shown, ranked.length)],
    notes: [
      "A fact was counted by somebody, an assumption was not, and a lever is what somebody decides.",
      "High, medium and low is how far the planner trusts the number.",
      "A large effect with low quality is where better figures are worth their money.",
    ],
  };
}

function assumptionTable({ first, effects }: PackSetting, shown: readonly RankedInput[], all: number): PackTable {
  const sources = new Map(first.sources.map(({ id, title }) => [id, title]));
  return {
    caption: shown.length < all ? `The first ${shown.length} of ${all} numbers` : `All ${all} numbers`,
    columns: [
      { title: "Number", kind: "text" },
      { title: "Value", kind: "text" },
      ...(effects ? [{ title: "Effect (FTE)", kind: "change" } as const] : []),
      { title: "Kind", kind: "text" },
      { title: "Quality", kind: "text" },
      { title: "Source", kind: "text" },
    ],
    rows: shown.map(({ input, effect }): PackCell[] => [
      shortenedText(inputName(first, input.parameter), 64),
      inputValue(input),
      ...(effects ? [effect ?? "–"] : []),
      input.isDefault ? `${input.kind} (default)` : input.kind,
      input.quality ?? "not said",
      input.source === undefined ? SOURCE_NOT_NAMED : shortenedText(sources.get(input.source) ?? input.source, 52),
    ]),
  };
}
