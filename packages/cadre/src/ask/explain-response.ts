import { dateOfSignal, type ResponseFactors, signalAt } from "../projection/responding.ts";
import type { Result } from "../projection/result.ts";
import type { ExplanationStep } from "./explanation.ts";

/** What the response of a pool's recruits or leaving makes of them in a year; nothing where nothing responds. */
export function responseSteps(
  { data, base, referenceDate }: Result,
  of: keyof ResponseFactors,
  id: string,
  year: number,
): ExplanationStep[] {
  const { resolved, projection } = data;
  const p = resolved.pools.findIndex((pool) => pool.id === id);
  const plan = resolved.responses?.[of][p];
  const y = year - base - 1;
  const paid = resolved.responses?.pay[p]?.[of][y];
  const pay: ExplanationStep[] =
    paid === undefined
      ? []
      : [{ what: `Times the response to relative pay in ${year}, pay.${of}`, value: paid, unit: "factor" }];
  if (!plan || !projection.responses) return pay;
  const at = (date: number) => signalAt(resolved, projection, plan, p, date);
  const seen = dateOfSignal(plan, y);
  const whose = plan.of === "all" ? " of all pools" : "";
  const [what, unit] =
    plan.to === "vacancyRate"
      ? (["Vacancy rate", "share"] as const)
      : (["Workload: posts needed for each one in post", "factor"] as const);
  return [
    { what: `${what}${whose}, ${referenceDate} ${base}`, value: at(0), unit },
    { what: `${what}${whose}, ${referenceDate} ${base + seen}`, value: at(seen), unit },
    {
      what: `Times the response: the second ÷ the first, to the power ${plan.power[y]}`,
      value: projection.responses[of][y * resolved.pools.length + p]!,
      unit: "factor",
    },
    ...pay,
  ];
}
