import { inputEffects, run } from "cadre";
import { assurance } from "cadre/assure";
import { readAssurance, readScenario, readSystem } from "cadre/node";
import { expect, it } from "vitest";

const PLACES = [
  ...["cumbria", "england", "leicester-leicestershire-rutland"],
  ...["north-west-academies", "nottinghamshire", "somerset"],
];

it.each(PLACES)("the inputs that matter most in %s have an owner and a date of review", async (place) => {
  const system = await readSystem(`scenarios/${place}/system.yaml`);
  const scenario = await readScenario(`scenarios/${place}/do-nothing.yaml`);
  const { missing } = assurance({
    results: [run(system, scenario)],
    file: await readAssurance(`scenarios/${place}/assurance.yaml`),
    ...{ mark: "0123456789abcdef", on: "2026-11-29" },
    miscounted: inputEffects(system, scenario),
    changed: () => undefined,
  });
  const lacking = missing.filter(({ input, what }) => input !== undefined && /owner|review|reliability/.test(what));
  expect(lacking.map(({ input, what }) => `${input}: ${what}`)).toEqual([]);
});
