import { describe, expect, test } from "vitest";
import { inputEffects } from "../apart/input-effects.ts";
import { CadreError } from "../error/cadre-error.ts";
import { run } from "../projection/run.ts";
import { parseSystem } from "../system/parse.ts";
import { type AssuranceQuestion, assurance } from "./assurance.ts";
import { parseAssurance } from "./assurance-file.ts";
import { changedEffect } from "./changed-effect.ts";

const system = parseSystem(`
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: 2028-03-31 }
axes: { age: none }
sources: { survey: { title: The survey, published: 2024, licence: OGL } }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: { value: 100, source: survey, owner: Head of care, reviewed: 2026-01-31, quality: high }
    vacancyRate: 5%
    leaving: { rate: 30%, kind: hazard, scope: employer }
`);
const RATE = "pools.carers.leaving.rate";
const MARK = "0123456789abcdef0123456789abcdef";

const FULL = `
cadre: 1
assures: ./system.yaml
commissioner: The council
analyst: Workforce analyst
assurer: Head of analysis
approver: Director
purpose: How many carers are missing by 2028
notFor: [rotas]
specification: Minute of 3 March
sunset: 2027-03-31
assumptions:
  - { input: "${RATE}", owner: Head of care, reviewed: 2026-02-01, reviewBy: 2027-02-01, reliability: low,
      signed: { by: Director, on: 2026-02-02, value: 30% } }
  - { input: pools.*, owner: Team, reviewed: 2026-01-01, reviewBy: 2027-01-01, reliability: medium }
validation: [ { what: Read by the trust, found: Fits what it sees } ]
signed: [ { by: Director, as: approver, on: 2026-11-01, mark: 0123456789abcdef } ]
`;

const recordOf = (text: string | undefined, more: Partial<AssuranceQuestion> = {}) =>
  assurance({
    results: [run(system)],
    ...(text !== undefined && { file: parseAssurance(text, { file: "assurance.yaml" }) }),
    mark: MARK,
    on: "2026-11-29",
    miscounted: inputEffects(system),
    changed: (parameter) => changedEffect(system, {}, parameter),
    ...more,
  });
const inputOf = (record: ReturnType<typeof recordOf>, name: string) =>
  record.inputs.find(({ input }) => input.parameter === name);

const errorOf = (make: () => unknown): CadreError => {
  try {
    make();
  } catch (error) {
    if (error instanceof CadreError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

describe("an assurance record", () => {
  test("says what is missing: inputs by what they do to the gap, then what nobody has said of the whole", () => {
    const { missing, inputs, state } = recordOf(undefined);
    expect(state).toBe("not signed");
    const effectsInOrder = missing.flatMap(({ effect }) => effect ?? []).map(Math.abs);
    expect(effectsInOrder).toEqual(effectsInOrder.toSorted((a, b) => b - a));
    expect(missing.find(({ input }) => input === RATE)?.what).toBe(
      "No source, no owner, no date of review, no date of the next review, no reliability",
    );
    // The system file itself says who owns the headcount.
    expect(missing.find(({ input }) => input === "pools.carers.headcount")?.what).toBe("No date of the next review");
    expect(missing.map(({ what }) => what)).toContain("Nobody has written an assurance.yaml beside the system");
    expect(inputs.map(({ input }) => input.parameter)).toContain("pools.carers.vacancyRate");
  });

  test("shows both effects of an input: miscounted it hardly matters, changed it does", () => {
    const rate = inputOf(recordOf(undefined), RATE);
    const gap = (multiply: number) =>
      run(system, { changes: [{ parameter: "leaving.rate", where: { pool: "carers" }, multiply }] }).at({
        measure: "gap",
        year: 2028,
      });
    expect(rate?.changed).toBeCloseTo(gap(1.1) - gap(1), 9);
    expect(Math.abs(rate?.miscounted ?? 0)).toBeLessThan(Math.abs(rate?.changed ?? 0) / 10);
  });

  test("takes what the file says of one input before what it says of its group, and that before the system file", () => {
    const record = recordOf(FULL);
    expect(inputOf(record, RATE)).toMatchObject({ owner: "Head of care", reliability: "low", reviewBy: "2027-02-01" });
    expect(inputOf(record, "pools.carers.vacancyRate")).toMatchObject({ owner: "Team", reliability: "medium" });
    expect(inputOf(record, "pools.carers.headcount")).toMatchObject({ owner: "Team" });
  });

  test("a signature holds until the mark changes or the day is past", () => {
    expect(recordOf(FULL).state).toBe("signed");
    expect(recordOf(FULL, { mark: `1${MARK.slice(1)}` }).state).toBe("changed since signed");
    const later = recordOf(FULL, { on: "2027-04-01" });
    expect([later.state, later.expired]).toEqual(["past its date", ["the model as a whole"]]);
    expect(recordOf(FULL.replace("as: approver", "as: analyst")).state).toBe("not signed");
  });

  test("a signed assumption flips when its number changes, and not when it is written another way", () => {
    const state = (value: string) =>
      inputOf(recordOf(FULL.replace("value: 30%", `value: ${value}`)), RATE)?.signed?.state;
    expect([state("30%"), state("0.3"), state("31%")]).toEqual(["valid", "valid", "changed since signed"]);
    const expired = recordOf(FULL.replace("reliability: low,", "reliability: low, sunset: 2026-10-31,"));
    expect(inputOf(expired, RATE)?.signed?.state).toBe("past its date");
    expect(expired.expired).toEqual([RATE]);
  });

  test("keeps account of people, and says which statements of experts do not hold", () => {
    const check = { id: "size", says: "", passed: false, value: 1, percent: false, expected: "2", place: "c.yaml:1:1" };
    const { verification } = recordOf(FULL, { checks: [check, { ...check, id: "other", passed: true }] });
    expect(verification.map(({ outcome }) => outcome)).toEqual(["passed", "failed", "not done"]);
    expect(verification[1]?.detail).toContain("1 of 2 statements do not hold: size");
  });

  test("refuses inputs that are not there, stand twice or are signed as a group, with their place", () => {
    const unknown = errorOf(() => recordOf(FULL.replace(`"${RATE}"`, "pools.carers.leaving.rte")));
    expect(unknown).toMatchObject({ code: "unknown-input", file: "assurance.yaml", line: 13, didYouMean: RATE });
    expect(errorOf(() => recordOf(FULL.replace("input: pools.*", `input: ${RATE}`))).code).toBe("input-twice");
    const group = FULL.replace("reliability: medium }", "signed: { by: Me, on: 2026-01-01, value: 1 } }");
    expect(errorOf(() => recordOf(group)).code).toBe("group-signed");
  });

  test.each([
    ["notfor: [rotas]", "notfor"],
    ["signed: [ { by: Me, as: boss, on: 2026-01-01, mark: 0123456789abcdef } ]", "boss"],
    ["signed: [ { by: Me, as: approver, on: 1.1.2026, mark: 0123456789abcdef } ]", "yyyy-mm-dd"],
    ["signed: [ { by: Me, as: approver, on: 2026-01-01, mark: abc } ]", "12 to 64 digits"],
    ["sunset: 2026-02-30", "no such day"],
  ])("a file that says %s is refused with its place", (line, says) => {
    const error = errorOf(() => parseAssurance(`cadre: 1\nassures: ./system.yaml\n${line}\n`));
    expect(error).toMatchObject({ line: 3 });
    expect(error.message).toContain(says);
  });
});
