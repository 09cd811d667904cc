import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CadreError, type Problem } from "../error/cadre-error.ts";
import { england, englandText } from "./england.test-data.ts";
import { monthNumber, monthText, taxYear } from "./month.ts";
import { parseFundingRules } from "./parse-rules.ts";
import { type FundingRule, ruleIn } from "./rules.ts";

const month = (text: string): number => monthNumber(text) as number;
const inMonth = (rule: FundingRule, text: string): number => ruleIn(england, rule, month(text));

describe("England's rules", () => {
  it("change on their dates", () => {
    expect(inMonth("employerShare", "2017-05")).toBe(0.1);
    expect(inMonth("employerShare", "2019-03-31")).toBe(0.1);
    expect(inMonth("employerShare", "2019-04-01")).toBe(0.05);
    expect(inMonth("employerShare", "2035-12")).toBe(0.05);
    expect(inMonth("transferLimit", "2018-04")).toBe(0);
    expect(inMonth("transferLimit", "2019-03")).toBe(0.1);
    expect(inMonth("transferLimit", "2019-04")).toBe(0.25);
  });

  it("levy half a per cent of a pay bill above £3m", () => {
    expect(inMonth("levyAllowance", "2019-04") / inMonth("levyRate", "2019-04")).toBe(3_000_000);
  });

  it("do not reach back before their first date", () => {
    expect(() => inMonth("levyRate", "2017-03")).toThrow(/does not reach back so far/);
  });

  it("say of every value where it is from, and agree with the facts they name", () => {
    const facts = readFileSync(fileURLToPath(new URL("../../../../data/facts.csv", import.meta.url)), "utf8").split(
      "\n",
    );
    for (const [rule, values] of Object.entries(england.rules))
      for (const value of values) {
        expect(value.kind, rule).toBe(value.source ? "fact" : "assumption");
        expect(value.quality, rule).toBeDefined();
        if (!value.source) expect(value.note, rule).toContain("not in the documents we hold");
        else expect(facts.filter((line) => line.startsWith(`${value.at},`)).join(), rule).toContain(value.source);
      }
    expect(Object.isFrozen(england.rules.topUp)).toBe(true);
  });
});

describe("months", () => {
  it("are counted and written", () => {
    for (const text of ["2017-05", "2019-12", "2020-01"]) expect(monthText(month(text))).toBe(text);
    expect(month("2020-01") - month("2019-12")).toBe(1);
    for (const text of ["2019", "2019-13", "2019-00", "19-04", "2019-4", "2019-04-32", "April"])
      expect(monthNumber(text)).toBeUndefined();
  });

  it("belong to tax years that start in April", () => {
    expect(taxYear(month("2019-03"))).toBe(2018);
    expect(taxYear(month("2019-04"))).toBe(2019);
    expect(taxYear(month("2020-03"))).toBe(2019);
  });
});

describe("a rules file with a fault", () => {
  const faults = (text: string): readonly Problem[] => {
    try {
      parseFundingRules(text, { file: "rules.yaml" });
    } catch (error) {
      if (error instanceof CadreError) return [error, ...error.others];
      throw error;
    }
    return [];
  };
  const changed = (from: string | RegExp, to: string): readonly Problem[] => {
    const text = englandText.replace(from, to);
    expect(text).not.toBe(englandText);
    return faults(text);
  };
  const lineOf = (part: string): number => englandText.split("\n").findIndex((line) => line.includes(part)) + 1;

  it.each([
    ["an unknown rule", "  topUp:", "  topup:", "unknown-key"],
    ["an unknown key", "value: 24,", "valve: 24,", "unknown-key"],
    ["a share above 100%", "value: 25%", "value: 250%", "not-a-number"],
    ["a word for a number", "value: 25%", "value: a quarter", "not-a-number"],
    ["a negative number", "value: 15000", "value: -15000", "not-a-number"],
    ["an impossible month", "from: 2018-05", "from: 2018-13", "bad-date"],
    ["dates out of order", "from: 2018-05", "from: 2016-05", "not-in-order"],
    [
      "an unlisted source",
      "value: 25%, source: cumbria-strategy",
      "value: 25%, source: cumbria-strategie",
      "unknown-source",
    ],
    [
      "an unknown quality",
      "value: 25%, source: cumbria-strategy, at: cumbria-073, quality: high",
      "value: 25%, quality: hihg",
      "unknown-word",
    ],
    ["no version", "cadre: 1", "", "missing-key"],
    ["no title", /^title: .*$/m, "", "missing-key"],
  ])("says so: %s", (_, from, to, code) => {
    const first = changed(from, to)[0]!;
    expect(first.code).toBe(code);
    expect(first.file).toBe("rules.yaml");
    expect(first.line).toBeGreaterThan(0);
    for (const said of [first.message, first.value, first.rule, first.fix]) expect(said).toMatch(/\S/);
  });

  it("points at the line and offers the word that was meant", () => {
    expect(changed("  topUp:", "  topup:")[0]).toMatchObject({ line: lineOf("  topUp:"), didYouMean: "topUp" });
    expect(changed("value: 25%", "value: 250%")[0]).toMatchObject({ line: lineOf("value: 25%"), value: "250%" });
    expect(changed("quality: medium", "quality: medum")[0]!.didYouMean).toBe("medium");
  });

  it("names every rule that is missing", () => {
    const found = faults("cadre: 1\nid: x\ntitle: X\nrules: {}");
    expect(found.map(({ code }) => code)).toEqual(Array.from({ length: 10 }, () => "missing-key"));
    for (const text of ["", "[]", "cadre: 1", "just a text", "rules: 3"])
      expect(faults(text).length).toBeGreaterThan(0);
  });
});
