import type { System } from "cadre";
import { Engine } from "../../packages/cadre/src/projection/engine.ts";
import { ModelYears } from "../../packages/cadre/src/projection/model-years.ts";
import { project } from "../../packages/cadre/src/projection/project.ts";
import { settled } from "../../packages/cadre/src/projection/settle.ts";
import type { Coefficients } from "../../packages/cadre/src/supply/coefficients.ts";
import { interleaved, out, ratio } from "./timing.ts";

/** What responses cost a projection that has none, and one that has them at a power of zero. */
export function responses(name: string, system: System): void {
  const resolved = settled(system);
  const none = { ...resolved, responses: undefined };
  const idle = resolved.rates.map(() => 0);
  const plan = { to: "vacancyRate", of: "pool", delay: 1, power: idle } as const;
  const each = <T>(value: T) => Object.keys(system.pools).map(() => value);
  const zero = { ...resolved, responses: { recruits: each(plan), leaving: each(undefined), pay: each(undefined) } };
  const engine = new Engine(none);

  /** The loop over model years as it would be if nothing could respond. */
  const without = () => {
    const flows = engine.flowsAgain(none.years.length);
    const model = new ModelYears(none, engine, flows, undefined, undefined);
    let steps: Coefficients | undefined;
    for (let y = 0; y < none.years.length; y++) {
      if (steps === undefined || none.rates[y] !== none.rates[y - 1]) steps = engine.coefficients(none.rates[y]!, true);
      model.take(y, steps);
    }
    return flows;
  };
  const supply = [...without().totals.supply];
  const unused = project(none, { keep: "totals", engine }).totals.supply;
  if (supply.some((fte, i) => fte !== unused[i])) throw new Error("The two loops differ.");
  const times = interleaved(
    {
      without,
      again: without,
      unused: () => project(none, { keep: "totals", engine }),
      zero: () => project(zero, { keep: "totals", engine }),
    },
    400,
  );
  out(`Responses: ${name}, a projection`);
  out(`  without them, against itself (null control)    ${ratio(times.again, times.without).toFixed(2)}`);
  out(
    `  unused ÷ a loop that knows nothing of them     ${ratio(times.unused, times.without).toFixed(2)}   (target: at most 1.1)`,
  );
  out(`  recruits respond with power 0 ÷ the same loop  ${ratio(times.zero, times.without).toFixed(2)}`);
  out();
}
