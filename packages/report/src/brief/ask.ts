import { headline, moneyWords } from "@cadre/charts";
import type { PackBrief } from "../pack/pack.ts";
import { type PackSetting, scenarioName } from "../pack/setting.ts";
import { askedOf } from "../pages/decision.ts";

/** What is asked of the board: to approve, or what has to be there first. */
export function askBrief(setting: PackSetting): PackBrief | undefined {
  const { plan } = setting;
  const asked = askedOf(setting);
  if (!plan || !asked) return undefined;
  if (asked.lacking.length > 0)
    return {
      headline:
        asked.lacking.length > 2
          ? `Nothing is recommended yet: ${asked.lacking.length} things are missing`
          : `Nothing is recommended yet: ${asked.lacking.map(({ name }) => name).join(" and ")}`,
      so: asked.lacking.slice(0, 3).map(({ mark, brief }) => ({ mark, words: brief })),
    };
  return {
    headline: headline(
      scenarioName(plan, 40),
      (name) => `The board is asked to approve “${name}” at ${moneyWords(asked.cost)}`,
    ),
    so: [
      { mark: "Approve", words: `“${scenarioName(plan, 50)}” at ${moneyWords(asked.cost)}.` },
      { mark: "Watch", words: asked.breaks },
      { mark: "Look again", words: asked.again },
    ],
  };
}
