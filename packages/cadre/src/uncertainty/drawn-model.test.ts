import { expect, test } from "vitest";
import { readScenario, readSystem } from "../node.ts";
import { Engine, ensembleEngine } from "../projection/engine.ts";
import type { Totals } from "../projection/flows.ts";
import { project } from "../projection/project.ts";
import { settled } from "../projection/settle.ts";
import { plainKernel } from "../supply/plain-kernel.ts";
import { ScaledRates } from "../supply/rates.ts";
import { DrawnModel } from "./drawn-model.ts";
import { uncertainties, withUncertain } from "./uncertain.ts";

const places = ["cumbria", "somerset", "north-west-academies", "nottinghamshire"];

/** All totals one after the other. */
const numbersOf = ({ leavers, ...others }: Totals): number[] =>
  [...Object.values(others), ...Object.values(leavers)].flatMap((array) => [...array]);

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
    found.forEach((drawn, i) => {
      for (const path of at[i]!) {
        const change = path.split(".").reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], written);
        const record = change as Record<string, unknown>;
        const kind = ["set", "multiply", "add", "variant"].find((key) => key in record) as string;
        // A wide distribution may go below zero; a file may not.
        const value = kind === "multiply" && typeof drawn === "number" ? Math.max(0, drawn) : drawn;
        model.set(path, value);
        // A range without width: a plain number could be taken for a decision.
        record[kind] = typeof value === "number" ? { p10: value, p90: value } : value;
      }
    });
    const run = numbersOf(project(settled(system, written)).totals);
    const drawn = numbersOf(project(model.at(), { keep: "totals", engine }).totals);
    expect(drawn).toHaveLength(run.length);
    const worst = Math.max(...run.map((value, i) => Math.abs(value - drawn[i]!) / Math.max(1, Math.abs(value))));
    // Where a draw changes the base year, that is found to seven digits.
    expect(worst).toBeLessThan(place === "cumbria" ? 1e-10 : 1e-5);
  }
});

test("with and without WebAssembly the numbers are the same to the last bit", async () => {
  const system = await readSystem("scenarios/cumbria/system.yaml");
  const resolved = settled(system, { changes: [{ parameter: "leaving.rate", multiply: 0.9, from: 2022, over: 3 }] });
  const [plain, fast] = [new Engine(resolved, plainKernel), ensembleEngine(resolved, [])];
  expect(fast.kernel).not.toBe(plainKernel);
  const totals = [plain, fast].map((engine) => project(resolved, { keep: "totals", engine }).totals);
  expect(totals[1]).toEqual(totals[0]);
  expect(totals[0]).toEqual(project(resolved).totals);
});

test("leaving that is only multiplied is scaled, not copied, and both kernels agree on it to the last bit", async () => {
  const system = await readSystem("scenarios/cumbria/system.yaml");
  const scenario = { changes: [{ parameter: "leaving.rate", multiply: 1 }] };
  const model = new DrawnModel(system, scenario, ["changes.0"]);
  const [plain, fast] = [new Engine(model.middle, plainKernel), ensembleEngine(model.middle, [])];
  for (const factor of [0.7, 1.2]) {
    model.set("changes.0", factor);
    const drawn = model.at();
    expect(drawn.rates[0]).toBeInstanceOf(ScaledRates);
    const totals = [plain, fast].map((engine) => structuredClone(project(drawn, { keep: "totals", engine }).totals));
    expect(totals[1]).toEqual(totals[0]);
    const run = project(settled(system, { changes: [{ parameter: "leaving.rate", multiply: factor }] })).totals;
    run.supply.forEach((fte, r) => expect(totals[0]!.supply[r]).toBeCloseTo(fte, 8));
    // Whoever asks for the arrays gets them.
    expect(drawn.rates[0]!.hazards.leaving[100]).toBeCloseTo(model.middle.rates[0]!.hazards.leaving[100]! * factor, 12);
  }
});

test("leaving that would go beyond its limit is held there in draws as in runs", async () => {
  const system = await readSystem("scenarios/cumbria/system.yaml");
  const model = new DrawnModel(system, { changes: [{ parameter: "leaving.rate", add: 0 }] }, ["changes.0"]);
  const engine = ensembleEngine(model.middle, []);
  model.set("changes.0", -0.9);
  const drawn = project(model.at(), { keep: "totals", engine }).totals;
  const run = project(settled(system, { changes: [{ parameter: "leaving.rate", add: -0.9 }] })).totals;
  run.supply.forEach((fte, r) => expect(drawn.supply[r]).toBeCloseTo(fte, 8));
});
