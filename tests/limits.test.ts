import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CadreError, ensemble, ensembles, parseSystem } from "cadre";
import { signposts, solveDraws, stress } from "cadre/decide";
import { readObserved, startWorkers } from "cadre/node";
import { parseObserved } from "cadre/results";
import { worthMeasuring } from "cadre/uncertainty";
import { expect, test } from "vitest";
import { DEEPEST_GROUPS, LARGEST_FILE, MOST_TOKENS } from "../packages/cadre/src/system/document-limits.ts";

/** Ends what is drawn before it begins. */
const AT_ONCE = { signal: AbortSignal.abort() };

/** A small system with something else in it. */
const text = (more: { until?: string; steps?: number; axes?: string; headcount?: string } = {}) => `
cadre: 1
id: town
title: Town
calendar: { base: 2024-03-31, until: ${more.until ?? "2025-03-31"}, stepsPerYear: ${more.steps ?? 1} }
axes: ${more.axes ?? "{ age: none, tenure: 1 }"}
pools:
  care: { title: Care, employer: Us, sector: care, headcount: ${more.headcount ?? 100}, leaving: { rate: 30%, kind: hazard, scope: employer } }
`;

/** The error that leaves a function. */
async function errorOf(call: () => unknown): Promise<CadreError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof CadreError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test.each([
  ["years of a run", text({ until: "2124-03-31" }), text({ until: "2125-03-31" })],
  ["steps a year", text({ steps: 12 }), text({ steps: 365 })],
  ["classes of tenure", text({ axes: "{ age: none, tenure: 40 }" }), text({ axes: "{ age: none, tenure: 41 }" })],
  ["a number beside zero", text({ headcount: "1e-99" }), text({ headcount: "1e-101" })],
])("%s: the last that is allowed is read, and the next is an error with its line", async (_, last, next) => {
  parseSystem(last);
  expect((await errorOf(() => parseSystem(next))).line).toBeGreaterThan(0);
});

test.each(["{ age: [0, 121] }", "{ age: none, sex: [a, b, c, d, e, f, g, h, i] }"])("%s is an error", async (axes) => {
  expect((await errorOf(() => parseSystem(text({ axes })))).line).toBe(6);
});

test("pools: as many as the file has room for", async () => {
  const pool = (i: number) =>
    `  p${i}: { title: P, employer: Us, sector: s, headcount: 1, leaving: { rate: 30%, kind: hazard, scope: employer } }\n`;
  const many = (count: number) => text() + Array.from({ length: count }, (_, i) => pool(i)).join("");
  expect(Object.keys(parseSystem(many(500)).pools)).toHaveLength(501);
  expect(await errorOf(() => parseSystem(many(2500)))).toMatchObject({
    code: "file-too-long",
    line: expect.any(Number),
  });
});

test("tables: 50 MB, from a disk and as a text", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "limits-")), "observed.csv");
  writeFileSync(file, "");
  for (const [bytes, code] of [
    [50_000_000, "not-text"],
    [50_000_001, "file-too-large"],
  ] as const) {
    // Nothing is written to make it so long, and a table of zeros is no text.
    truncateSync(file, bytes);
    expect((await errorOf(() => readObserved(file))).code).toBe(code);
  }
  expect((await errorOf(() => parseObserved("x".repeat(50_000_001)))).code).toBe("file-too-large");
});

const system = parseSystem(text());
const plans = [
  { id: "one", interventions: [] },
  { id: "two", interventions: [] },
];
const levers = { levers: [{ parameter: "leaving.rate" }], targets: [{ year: 2025, atMost: 0 }] };

test.each<[string, (draws: number) => Promise<unknown>]>([
  ["ensemble", (draws) => ensemble(system, {}, { draws, ...AT_ONCE })],
  ["ensembles", (draws) => ensembles(system, [{}], { draws, ...AT_ONCE })],
  ["worthMeasuring", (draws) => worthMeasuring(system, plans, { shortage: 1, draws, ...AT_ONCE })],
  ["stress", (draws) => stress(system, plans, { draws, ...AT_ONCE })],
  ["signposts", (draws) => signposts(system, plans, { draws, ...AT_ONCE })],
  ["solveDraws", (draws) => solveDraws(system, levers, { draws, ...AT_ONCE })],
])("%s makes up to a million draws", async (_, asked) => {
  for (const draws of [0, -1, 1.5, Number.NaN, 1_000_001])
    expect((await errorOf(() => asked(draws))).message).toMatch(/from 1 to 1,000,000|^This is not a number\./);
  // A million are begun, and stopped at once.
  await expect(asked(1_000_000)).rejects.not.toMatchObject({ message: expect.stringContaining("1,000,000") });
});

test.each([0, -1, Number.NaN, 1025])("%d threads are an error", async (size) => {
  expect((await errorOf(() => startWorkers({ size }))).code).toBe("bad-threads");
});

test("1,024 threads may be asked for", async () => {
  const workers = startWorkers({ size: 1024 });
  expect(workers.size).toBe(1024);
  await workers.close();
});

test("a thousand draws take as much memory as many more", async () => {
  const kept = async (draws: number) => {
    const { spreads } = (await ensemble(system, {}, { draws, measures: ["gap"] })).data;
    return spreads.values.length;
  };
  expect(await kept(1000)).toBe(2 * (await kept(500)));
  expect(await kept(1500)).toBe(await kept(1000));
});

test("the page of limits has a row for each that is tested here, or beside the files that are read", () => {
  const rows = readFileSync("docs/limits.md", "utf8").matchAll(/^\| (?!what|---)(.+?) \| (.+?) \| .+ \|$/gm);
  const most = [...rows].map(([, , found = ""]) => found);
  const tested = [
    ...[`${LARGEST_FILE / 1e6} MB`, MOST_TOKENS.toLocaleString("en-GB"), String(DEEPEST_GROUPS), "100", "50 MB", "100"],
    ...["1, 2, 4 or 12", "0 to 120", "40, 8", "as many as", "1,000,000", "1,024", "1e-100"],
  ];
  expect(most).toHaveLength(tested.length);
  for (const [i, limit] of tested.entries()) expect(most[i]?.startsWith(limit), `${most[i]} is ${limit}`).toBe(true);
});
