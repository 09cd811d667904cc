import { expect, it } from "vitest";
import { run } from "../projection/run.ts";
import { errorOf, pool, town } from "../system/town.test-data.ts";
import { worthMeasuring } from "../uncertainty/worth-measuring.ts";
import { parseScenario } from "./parse.ts";
import type { Scenario } from "./schema/scenario.ts";

const head = (id: string, more: string) => `cadre: 1\nid: ${id}\ntitle: ${id}\nsystem: ./system.yaml\n${more}`;
const FEWER = "assumptions: [ { parameter: recruitment.effort, multiply: 0.5 } ]\n";
const act = (id: string) =>
  `interventions: [ { id: ${id}, title: ${id}, cost: { perYear: 1000 }, changes: [ { parameter: leaving.rate, multiply: 0.8 } ] } ]\n`;
const files = {
  "risk.yaml": head("risk", `kind: risk\n${FEWER}`),
  "keep.yaml": head("keep", act("keep")),
  "hire.yaml": head("hire", `extends: keep\n${act("hire")}`),
};
const read = (id: string, more: string) => parseScenario(head(id, more), { file: `${id}.yaml`, files });
const system = town({ care: pool({ vacancyRate: "10%" }) });
const kindOf = (scenario?: Scenario) => run(system, scenario).kind;

it("is a plan if something is done and a what-if if not, unless a scenario says what it is", () => {
  expect(kindOf()).toBe("what-if");
  expect(kindOf(read("a", FEWER))).toBe("what-if");
  expect(kindOf(read("a", act("keep")))).toBe("plan");
  expect(kindOf(read("a", `kind: what-if\n${act("keep")}`))).toBe("what-if");
  expect(kindOf(read("a", `kind: risk\n${FEWER}`))).toBe("risk");
});

it("is a risk where it extends one, unless it says otherwise", () => {
  expect(kindOf(read("a", `extends: risk\n${act("keep")}`))).toBe("risk");
  expect(kindOf(read("a", `extends: risk\nkind: plan\n${act("keep")}`))).toBe("plan");
  expect(kindOf(read("a", "extends: [keep, risk]\n"))).toBe("risk");
});

it("is no plan without anything that is done", () => {
  const fault = errorOf(() => read("a", `kind: plan\n${FEWER}`));
  expect(fault).toMatchObject({ code: "not-a-plan", line: 5, path: "kind" });
  expect(errorOf(() => read("a", "kind: wish\n"))).toMatchObject({ line: 5 });
});

it("extends several scenarios, and has once what they have in common", () => {
  const both = read("both", "extends: [hire, keep, risk]\n");
  expect(both.interventions?.map(({ id }) => id)).toEqual(["keep", "hire"]);
  expect(both.assumptions).toHaveLength(1);
  const again = { ...files, "both.yaml": head("both", "extends: [hire, risk]\n") };
  const deep = parseScenario(head("deep", "extends: [both, keep]\n"), { files: again });
  expect(run(system, { ...deep, kind: "what-if" }).series({ measure: "gap" })).toEqual(
    run(system, both).series({ measure: "gap" }),
  );
  const circle = { ...files, "keep.yaml": head("keep", "extends: [risk, hire]\n") };
  expect(errorOf(() => parseScenario(files["hire.yaml"], { file: "hire.yaml", files: circle })).code).toBe(
    "extends-itself",
  );
});

it("offers no risk as a choice, and counts no pay as a loss", async () => {
  const paid = town({ care: pool({ vacancyRate: "10%", costs: { pay: 30_000 } }) });
  const how = { shortage: 1000, draws: 4 };
  const fewer = await worthMeasuring(paid, [read("a", FEWER), {}], how);
  // Half the recruits save pay; the shortage they leave is a loss nevertheless.
  expect(fewer.best.id).toBe("do-nothing");
  expect(fewer.losses[0]!.pay).toBeLessThan(fewer.losses[1]!.pay);
  expect(fewer.losses[0]!.mean).toBeGreaterThan(fewer.losses[1]!.mean);
  const { losses } = await worthMeasuring(paid, [{}, read("b", act("keep"))], how);
  expect(losses[1]!.spending - losses[0]!.spending).toBeCloseTo(1000 * run(paid).years.length, 6);
  await expect(worthMeasuring(paid, [{}, read("a", `kind: risk\n${FEWER}`)], how)).rejects.toMatchObject({
    code: "no-choice",
    value: "a",
  });
  await expect(worthMeasuring(paid, [{}, read("a", FEWER)], how)).rejects.toMatchObject({
    code: "no-choice",
    value: "a",
  });
});

it("names the actions of a choice that nobody has priced; the learners of a course may have a price", async () => {
  const course = { title: "A", intake: { 2019: 5 }, lasts: "1 year", completion: "80%", joins: { care: "90%" } };
  const priced = { ...course, cost: { perLearner: 9000 } };
  const place = town({ care: pool({ vacancyRate: "10%" }) }, { pipelines: { priced, free: course } });
  const more = (id: string) => ({
    ...{ id, title: `More of ${id}` },
    changes: [{ parameter: `pipelines.${id}.intake`, add: 5 }],
  });
  const plan = {
    id: "plan",
    title: "plan",
    interventions: [more("priced"), more("free"), { ...more("free"), id: "c", cost: { once: 9 } }],
  };
  const { unpriced } = await worthMeasuring(place, [{}, plan], { shortage: 1000, draws: 4 });
  expect(unpriced).toEqual([{ id: "plan", title: "plan", actions: ["More of free"] }]);
});
