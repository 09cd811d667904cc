import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cadre, folderWith, madeIn } from "../town.test-data.ts";

const SYSTEM = `cadre: 1
id: home-care
title: Home care
calendar: { base: 2012-03-31, until: 2015-03-31 }
axes: { age: none }
sources:
  report: { title: Yearly report, published: 2020-10 }
pools:
  carers:
    title: Carers
    employer: Us
    sector: care
    headcount: 500
    leaving: { rate: 30%, kind: leavers-per-average-headcount, scope: employer }
`;
const HEAD = "date,pool,measure,value,published,vintage,source\n";
const rows = (measure: string, values: readonly (number | string)[]) =>
  values.map((value, i) => `20${12 + i}-03-31,carers,${measure},${value},,first,report\n`).join("");
const HEADS = rows("headcount", [500, 505, 512, 508, 515, 530, 541, 560, 556]);
const RATES = rows("leaving.rate", ["30%", "28%", "33%", "31%", "29%", "30%", "32%", "31%", "33%"]);
const place = (system = SYSTEM) => ({ "system.yaml": system, "series.csv": HEAD + HEADS + RATES });

describe("cadre backtest", () => {
  it("says how good projections would have been, and writes scores, forecasts, pictures and a page", async () => {
    const folder = folderWith(place());
    const out = join(folder, "out");
    const ran = await cadre("backtest", folder, "--horizons", "1,3", "--draws", "40", "--out", out);
    expect({ exitCode: ran.exitCode, err: ran.err }).toEqual({ exitCode: 0, err: "" });
    expect(ran.out).toMatch(/carers: headcount\nYears ahead +Pairs +MAE +MAPE +Bias +v last/);
    expect(ran.out).toMatch(/\n1 +8 of 8 /);
    expect(ran.out).toMatch(/\n3 +2 of 6 .* – +– +– +– +–\n/);
    expect(ran.out).toMatch(/Intervals: (calibrated|too wide|too narrow)\./);
    expect(ran.out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(madeIn(out)).toEqual([
      "backtest.csv",
      "charts/backtest-carers-headcount.svg",
      "forecasts.csv",
      "report.html",
      "run.json",
    ]);
    const [head, first, ...others] = readFileSync(join(out, "backtest.csv"), "utf8").trim().split("\n");
    expect(head).toBe(
      "pool,measure,horizon,method,pairs,independent,mae,mape,bias,biasShare,skill,coverage50,coverage80,intervalScore,intervals,verdict,condition",
    );
    expect(first).toMatch(/^carers,headcount,1,cadre,8,8,/);
    expect(others.map((line) => line.split(",").slice(2, 4).join(" "))).toContain("3 mean so far");
    expect(readFileSync(join(out, "forecasts.csv"), "utf8").split("\n")).toHaveLength(1 + 8 + 6 + 1);
    const record = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
    expect(record.command).toMatch(/^cadre backtest \. --out out --horizons '1,3' --draws 40$/);
    expect(record.inputs.map(({ path }: { path: string }) => path)).toEqual(["system.yaml", "series.csv"]);
  });

  it("tests rates without a system", async () => {
    const folder = folderWith({ "rates.csv": HEAD + RATES });
    const { exitCode, out } = await cadre(
      "backtest",
      join(folder, "rates.csv"),
      "--horizons",
      "1",
      "--origins",
      "2013..2018",
    );
    expect(exitCode).toBe(0);
    expect(out).toMatch(/carers: leaving\.rate\n.*\n1 +6 of 6 +\d\.\d pts/);
  });

  it("refuses an input that was not known, and writes nothing", async () => {
    const later = SYSTEM.replace("headcount: 500", "headcount: 500\n    fte: { value: 0.7, source: report }");
    const folder = folderWith(place(later));
    const { exitCode, out, err } = await cadre("backtest", folder, "--out", join(folder, "out"));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err).toContain("pools.carers.fte");
    expect(err).toContain("2020-10-31");
    expect(madeIn(folder)).not.toContain("out/run.json");
    const held = await cadre("backtest", folder, "--hold", "inputs", "--horizons", "1", "--draws", "10");
    expect(held.out).toContain("Conditional scores");
    expect(held.out).toContain("pools.carers.fte: as published 2020-10-31");
  });

  it.each([
    [["--origins", "2018..2012"], "first year comes first"],
    [["--horizons", "0"], "Whole numbers"],
    [["--hold", "everything"], "cannot be held"],
  ])("%j is bad input", async (words, said) => {
    const { exitCode, err } = await cadre("backtest", folderWith(place()), ...words);
    expect(exitCode).toBe(2);
    expect(err).toContain(said);
  });
});
