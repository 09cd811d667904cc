import { run, type Scenario } from "cadre";
import { expect, it } from "vitest";
import { keep, town } from "../town.test-data.ts";
import { boardPack } from "./board-pack.ts";
import { numberIn } from "./cell.ts";

const system = town();
const risk: Scenario = {
  id: "fewer",
  title: "Fewer recruits",
  kind: "risk",
  assumptions: [{ parameter: "recruitment.effort", multiply: 0.5 }],
};
const plan: Scenario = { id: "plan", title: "Keep people", interventions: [keep("Keep people")] };
const words = (pages: ReturnType<typeof boardPack>["pages"]) => JSON.stringify(pages);

it("speaks of a risk as a risk: it closes nothing and is no plan", () => {
  const pack = boardPack([run(system), run(system, risk)]);
  const [answer] = pack.pages;
  expect(answer?.title).toMatch(/; with “Fewer recruits” it would be [\d,]+ full-time equivalents short$/);
  expect(answer?.text).toContain("Risk: Fewer recruits.");
  expect(answer?.tables[0]?.rows.at(-1)?.[0]).toBe("Change");
  const change = answer?.tables[0]?.rows.at(-1)?.at(-1);
  expect(change === undefined ? undefined : numberIn(change)).toBeGreaterThan(0);
  expect(words(pack.pages)).not.toMatch(/[Tt]he plan closes|with the plan|, plan"|Plan: /);
});

it("decides about the plan, wherever among the others it stands", () => {
  const pack = boardPack([run(system), run(system, risk), run(system, plan)]);
  expect(pack.pages[0]?.text).toContain("Plan: Keep people.");
  expect(pack.pages[0]?.title).toContain("“Keep people” closes");
});
