import { readFileSync } from "node:fs";
import * as cadre from "cadre";
import { CadreError } from "cadre";
import { expect, test } from "vitest";
import { type Call, misspelt, thrownBy, wrongs } from "./hostile.ts";
import { METHODS, RIGHT } from "./right.ts";

/** The entry points of the library, as its package.json has them. */
const manifest = JSON.parse(readFileSync("packages/cadre/package.json", "utf8")) as {
  exports: Record<string, { source?: string } | string>;
};
const entries = Object.entries(manifest.exports).flatMap(([name, entry]) =>
  typeof entry === "object" && entry.source ? [`cadre${name.slice(1)}`] : [],
);
const exported = new Map<string, Call>();
for (const entry of entries)
  for (const [name, one] of Object.entries((await import(entry)) as Record<string, unknown>))
    if (typeof one === "function" && name !== "CadreError") exported.set(name, one as Call);

/** Objects whose keys somebody chooses, and what the library or the platform has made and hands on. */
const FREE = [
  ...["checkArguments", "columnsCsv", "csvText", "leavingByAge.1.shares.", "mixVariants.0.low", "mixVariants.1"],
  ...[
    "staffing.0.pools.nurses",
    "answerDraws",
    "openEnsemble",
    "spreadBands",
    "readKeptRecords",
    "runChecks",
    "coursePriced.1",
  ],
];
/** Parts of those that are options again. */
const HELD = ["mixVariants.0.low.", "staffing.0.pools.nurses."];
const isFree = (where: string): boolean =>
  FREE.some((one) => where.startsWith(one)) && !HELD.some((one) => where.startsWith(one));

/** Every function with what it may be called with. */
const called: [string, Call, readonly unknown[]][] = [
  ...[...exported].map(([name, call]): [string, Call, readonly unknown[]] => [name, call, RIGHT[name] ?? []]),
  ...Object.entries(METHODS).map(([name, [call, right]]): [string, Call, readonly unknown[]] => [name, call, right]),
];

test("every exported function is called", () => {
  expect([...exported.keys()].sort()).toEqual(Object.keys(RIGHT).sort());
});

test.each(called)("only a CadreError leaves %s, whatever it is given", async (_, call, right) => {
  const strays: string[] = [];
  for (const [where, given] of wrongs(right)) {
    const thrown = await thrownBy(call, given);
    if (thrown !== undefined && !(thrown instanceof CadreError)) strays.push(`${where}: ${String(thrown)}`);
  }
  expect(strays.slice(0, 3).join("\n")).toBe("");
});

test.each(called)("%s refuses a misspelt key, and says which was meant", async (name, call, right) => {
  const strays: string[] = [];
  for (const [where, meant, given] of misspelt(right)) {
    if (isFree(`${name}.${where}`)) continue;
    const thrown = await thrownBy(call, given);
    if (!(thrown instanceof CadreError) || thrown.didYouMean !== meant) strays.push(`${where}: ${String(thrown)}`);
  }
  expect(strays.slice(0, 3).join("\n")).toBe("");
});

test("a forgotten await and a path instead of a text are named", async () => {
  expect(await thrownBy(cadre.run as Call, [Promise.resolve(cadre.run)])).toMatchObject({
    code: "wrong-argument",
    value: "a promise",
    fix: expect.stringContaining("await"),
  });
  expect(await thrownBy(cadre.parseSystem as Call, [undefined])).toMatchObject({ value: "undefined" });
});

test("a proxy deep in a system or a scenario is one that cannot be read", async () => {
  const trap = new Proxy({}, { get: thrower, ownKeys: thrower, has: thrower, getOwnPropertyDescriptor: thrower });
  const [town, plan] = RIGHT.run as [object, object];
  for (const given of [
    [{ ...town, pools: { care: trap } }],
    [{ ...town, pools: trap }],
    [town, { ...plan, interventions: [trap] }],
    [town, { ...plan, changes: [{ parameter: "leaving.rate", multiply: 0.9, where: trap }] }],
  ])
    expect(await thrownBy(cadre.run as Call, given)).toBeInstanceOf(CadreError);
});

function thrower(): never {
  throw new TypeError("no");
}
