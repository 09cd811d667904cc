import { expect, test } from "vitest";
import { readScenario, readSystem } from "../node.ts";
import { Engine, ensembleEngine } from "../projection/engine.ts";
import { project } from "../projection/project.ts";
import { plainKernel } from "../supply/plain-kernel.ts";
import { uncertainties, withUncertain } from "../uncertainty/uncertain.ts";
import { DrawnModel } from "./drawn-model.ts";
import { resolve } from "./resolve.ts";

const places = ["cumbria", "somerset", "north-west-academies", "nottinghamshire"];

test.each(places)("a draw is the run of the same numbers, whichever parts are worked out anew: %s", async (place) => {
  const system = await readSystem(`scenarios/${place}/system.yaml`);
  const plan = await readScenario(`scenarios/${place}/plan.yaml`);
  const nothing = await readScenario(`scenarios/${place}/do-nothing.yaml`);
  const scenario = { ...plan, uncertainties: nothing.uncertainties ?? [] };
  const known = uncertainties(system, scenario);
  expect(known.length).toBeGreaterThan(5);
  const { scenario: whole, places: at } = withUncertain(scenario, known);
  const model = new DrawnModel(system, whole, at.flat());
  const engine = ensembleEngine(model.middle, model.lasting);
  for (const draw of [0, 1, 2]) {
    const found = known.map((one, i) => one.at(((i * 7 + draw * 5 + 3) % 11) / 11 + 0.01));
    // Written into the scenario itself, as a planner would try these numbers out.
    const written = structuredClone(whole) as unknown as Record<string, unknown>;
    found.forEach((value, i) => {
      for (const path of at[i]) {
        model.set(path, value);
        const change = path.split(".").reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], written);
        const record = change as Record<string, unknown>;
        const kind = ["set", "multiply", "add", "variant"].find((key) => key in record) as string;
        // A range without width: a plain number could be taken for a decision.
        record[kind] = typeof value === "number" ? { p10: value, p90: value } : value;
      }
    });
    const run = project(resolve(system, written)).totals;
    const drawn = project(model.at(), { keep: "totals", engine }).totals;
    const worst = Math.max(
      ...Object.keys(run).flatMap((name) =>
        [...run[name as "supply"]].map(
          (value, i) => Math.abs(value - drawn[name as "supply"][i]) / Math.max(1, Math.abs(value)),
        ),
      ),
    );
    // Where a draw changes the base year, that is found to seven digits.
    expect(worst).toBeLessThan(place === "cumbria" ? 1e-10 : 1e-5);
  }
});

test("with and without WebAssembly the numbers are the same to the last bit", async () => {
  const system = await readSystem("scenarios/cumbria/system.yaml");
  const resolved = resolve(system, { changes: [{ parameter: "leaving.rate", multiply: 0.9, from: 2022, over: 3 }] });
  const [plain, fast] = [new Engine(resolved, plainKernel), ensembleEngine(resolved, [])];
  expect(fast.kernel).not.toBe(plainKernel);
  const totals = [plain, fast].map((engine) => project(resolved, { keep: "totals", engine }).totals);
  expect(totals[1]).toEqual(totals[0]);
  expect(totals[0]).toEqual(project(resolved).totals);
});
