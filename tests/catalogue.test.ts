import { existsSync, readdirSync, readFileSync } from "node:fs";
import { CadreError, type Intervention, parseSystem, type Result, run, type System } from "cadre";
import { assumedPrices } from "cadre/decide";
import { readSystem } from "cadre/node";
import { EVIDENCE_RULES, parseIntervention } from "cadre/scenarios";
import { beforeAll, describe, expect, it } from "vitest";
import { systemText } from "../packages/cli/src/files/scaffold.ts";

const FOLDER = "data/interventions";
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
const readme = readFileSync(`${FOLDER}/README.md`, "utf8");
/** The controlled set: the first column of the table under its heading. */
const mechanisms = rowsUnder("## Mechanisms").map(([name = ""]) => name.replaceAll("`", ""));
/** The register, read as the sources of an entry: they are written alike. */
const register = parseIntervention(
  `cadre: 1\nid: register\ntitle: Register\nchanges: []\n${readFileSync("data/sources.yaml", "utf8")}`,
).sources;
const catalogue = files.map((name) => {
  const text = readFileSync(`${FOLDER}/${name}`, "utf8");
  return { name, text, ...parseIntervention(text, { file: `${FOLDER}/${name}` }) };
});
const places = [...new Set(catalogue.flatMap(({ intervention }) => intervention.places ?? []))].sort();

describe("the catalogue of interventions", () => {
  it("holds at least 30 entries, each in the file of its id", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(30);
    for (const { name, intervention } of catalogue) expect(name).toBe(`${intervention.id}.yaml`);
  });

  it("uses mechanisms of the controlled set, and every one of them", () => {
    expect(new Set(catalogue.map(({ intervention }) => intervention.mechanism))).toEqual(new Set(mechanisms));
  });

  it("names evidence levels as the engine does", () => {
    const rules = EVIDENCE_RULES.map(({ level, means }) => [String(level), means]).sort();
    expect(
      rowsUnder("## Evidence levels")
        .map(([level, means]) => [level, means])
        .sort(),
    ).toEqual(rules);
  });

  it.each(catalogue)("$name says what is known and where from", ({ intervention, sources, text }) => {
    const { evidence, changes, places: where = [], note = "", cost } = intervention;
    expect(evidence?.source, "a source").toBeDefined();
    expect(evidence?.finding, "a finding").toBeTruthy();
    expect(changes.length, "changes").toBeGreaterThan(0);
    expect(where.length, "places").toBeGreaterThan(0);
    for (const [id, { title }] of Object.entries(sources)) expect(title, id).toBe(register[id]?.title);
    if (cost) {
      const { priceYear, source, range, perYear } = cost;
      expect({ priceYear, source, range }, "where and when the price is published").toEqual({
        ...{ priceYear: expect.any(Number), source: expect.any(String) },
        range: { perYear: { low: expect.any(Number), high: perYear } },
      });
      expect(Object.keys(sources)).toContain(source);
    } else expect(note, "why it has no cost").toMatch(/cost|price/i);
    expect(text.split("\n")[0]).toMatch(/intervention\.schema\.json$/);
  });

  it("prices what is published, and assumes a range of the others, unless the course has a price", async () => {
    for (const { name, intervention } of catalogue) {
      const { cost, assumedCost, changes, places: where = [] } = intervention;
      expect(cost && assumedCost, `${name}: a published price needs no assumption`).toBeUndefined();
      if (cost ?? assumedCost) continue;
      const courses = changes.flatMap(({ parameter }) => /^pipelines\.(.+)\.intake$/.exec(parameter)?.[1] ?? []);
      for (const place of where) {
        const { pipelines } = await readSystem(`scenarios/${place}/system.yaml`);
        expect(courses.filter((id) => pipelines[id]?.cost?.perLearner).length, `${name} in ${place}`).toBe(
          changes.length,
        );
      }
    }
  });

  it("assumes a price in every place, of staff or learners that there are", async () => {
    for (const place of places) {
      const system = await readSystem(`scenarios/${place}/system.yaml`);
      const here = catalogue.map(({ intervention }) => intervention).filter(({ places: all }) => all?.includes(place));
      const { scenario, assumed } = assumedPrices(system, { interventions: here });
      const priced = scenario.interventions!.filter(({ title }) => assumed.includes(title));
      expect(priced.length, place).toBe(here.filter(({ assumedCost }) => assumedCost).length);
      for (const { id, cost } of priced) expect(cost?.perYear, `${id} in ${place}`).toBeGreaterThan(0);
    }
  });

  it.each(catalogue.filter(({ intervention }) => intervention.evidence?.unknown))(
    "$name, whose effect is unknown, does not claim more than that",
    ({ intervention: { evidence, changes } }) => {
      expect(evidence?.level).toBeLessThanOrEqual(1);
      for (const { multiply, add } of changes) {
        if (typeof multiply === "object" && "p10" in multiply) expect(holds(multiply, 1)).toBe(true);
        else expect(multiply, "an unknown factor has a range").toBeUndefined();
        if (typeof add === "object" && "p10" in add) expect(holds(add, 0)).toBe(true);
      }
    },
  );
});

describe("in a plain new place", () => {
  const place = parseSystem(systemText({ id: "home", place: "Home", schemaLine: () => "" }));
  const nothing = run(place);
  const tried = catalogue.map(({ name, intervention, sources }) => {
    try {
      const result = run(place, { interventions: [intervention], sources });
      const [before, after] = [nothing.rows().value, result.rows().value];
      const acts = after.some((value, i) => Math.abs((value ?? 0) - (before[i] ?? 0)) > 1e-9);
      const said = result.warnings.filter((warning) => !nothing.warnings.includes(warning));
      return { name, intervention, acts, said, assumptions: result.assumptions };
    } catch (error) {
      if (!(error instanceof CadreError)) throw error;
      return { name, intervention, acts: false, said: [error.summary], assumptions: [] };
    }
  });

  it("35 of 52 act, and each of the others says in a sentence why it cannot", () => {
    expect(tried.length).toBe(52);
    expect(tried.filter(({ acts }) => acts).length).toBe(35);
    for (const { name, acts, said } of tried) if (!acts) expect(said[0], name).toMatch(/^.{10,}[.]$/);
  });

  it.each(tried.filter(({ intervention }) => intervention.brings))(
    "$name acts by itself, and says what it assumes",
    ({ intervention, acts, said, assumptions }) => {
      expect(acts).toBe(true);
      for (const id of Object.keys(intervention.brings ?? {})) {
        expect(said.join(" ")).toContain(`Write it under pipelines as ${id}`);
        const brought = assumptions.filter(({ parameter }) => parameter.startsWith(`pipelines.${id}.`));
        expect(brought.map(({ quality }) => quality).filter((quality) => quality !== "assumed")).toEqual([]);
        expect(brought.find(({ parameter }) => parameter.endsWith(".completion"))?.source).toBeTruthy();
      }
    },
  );

  it("entries that change the intake of courses bring every course that they change", () => {
    for (const { name, intervention } of tried) {
      const changed = intervention.changes.flatMap(
        ({ parameter }) => /^pipelines\.(.+)\.intake$/.exec(parameter)?.[1] ?? [],
      );
      // A holistic worker takes over posts of visiting staff, which a place has only if its file has them.
      if (name !== "holistic-worker.yaml")
        expect(Object.keys(intervention.brings ?? {}), name).toEqual([...new Set(changed)]);
    }
  });
});

describe.each(places)("in %s", (place) => {
  const file = `scenarios/${place}/system.yaml`;
  let system: System;
  let nothing: Result;
  beforeAll(async () => {
    expect(existsSync(file), file).toBe(true);
    system = await readSystem(file);
    nothing = run(system);
  });

  it.each(catalogue.filter(({ intervention }) => intervention.places?.includes(place)))(
    "$name runs, and changes something or says why not",
    ({ intervention }) => {
      const tried = run(system, { interventions: [intervention] });
      const [before, after] = [nothing.rows().value, tried.rows().value];
      const changed = after.some((value, i) => Math.abs((value ?? 0) - (before[i] ?? 0)) > 1e-9);
      const said = tried.warnings.filter((warning) => !nothing.warnings.includes(warning));
      expect(changed || said.length > 0, "an effect, or a warning").toBe(true);
      expect(paidTwice(intervention, system), "a course's price stands in one place").toEqual([]);
    },
  );
});

/** Pipelines that an intervention pays for although the system file does so already. */
function paidTwice({ cost, changes }: Intervention, { pipelines }: System): string[] {
  if (!cost?.perYear) return [];
  return changes.flatMap(({ parameter }) => {
    const id = /^pipelines\.([^.]+)\.intake$/.exec(parameter)?.[1];
    return id && pipelines[id]?.cost ? [id] : [];
  });
}

function holds({ p10, p90 }: { p10: number; p90: number }, none: number): boolean {
  return p10 <= none && none <= p90;
}

/** Cells of the table under a heading of the catalogue's README, without its head. */
function rowsUnder(heading: string): string[][] {
  const section = readme.split(`${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
