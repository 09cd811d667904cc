import {
  exhaustive,
  faultsOf,
  generatedPlan,
  isBest,
} from "../../packages/cadre/src/decide/generated-plans.test-data.ts";
import { portfolio } from "../../packages/cadre/src/decide/portfolio.ts";

/**
 * Holds the plans of `portfolio` against all plans there are: 50 generated systems with three to eight interventions and
 * three start years each. Says how many were the best one, and ends with 1 when fewer than 48 were or one is wrong. A number on the
 * command line takes other systems: `npm run plans -- 7000`.
 */
const [SYSTEMS, WANTED, STARTS] = [50, 48, [2020, 2021, 2022]];

const given = process.argv.slice(2);
const withoutSolver = given.includes("--without-solver");
const first = Number(given.find((one) => !one.startsWith("--")) ?? 0);

let [best, wrong, worst] = [0, 0, 0];
for (let n = first; n < first + SYSTEMS; n++) {
  const asked = generatedPlan(n, { interventions: 3 + (n % 6), starts: STARTS });
  const answer = await portfolio(asked.system, asked.question, { withoutSolver });
  const again = await portfolio(asked.system, asked.question, { withoutSolver });
  const { least, plans } = exhaustive(asked.system, asked.question);
  const same = JSON.stringify(again) === JSON.stringify(answer);
  const faults = [...faultsOf(asked, answer, least), ...(same ? [] : ["another plan the second time"])];
  if (isBest(answer, least)) best += 1;
  if (faults.length > 0) wrong += 1;
  worst = Math.max(worst, answer.value / least - 1);
  const said = isBest(answer, least) ? "the best" : `${(100 * (answer.value / least - 1)).toFixed(3)}% above the best`;
  console.log(`system ${n}: ${said} of ${plans} plans, found with ${answer.runs} runs ${faults.join("; ")}`.trim());
}
console.log(
  `${best} of ${SYSTEMS} plans are the best one; at most ${(100 * worst).toFixed(3)}% above it; ${wrong} wrong.`,
);
process.exitCode = best >= WANTED && wrong === 0 ? 0 : 1;
