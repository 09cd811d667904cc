import { readFileSync } from "node:fs";
import * as cadre from "cadre";
import { CadreError } from "cadre";
import { expect, test } from "vitest";
import { type Call, thrownBy, wrongs } from "./hostile.ts";
import { RIGHT } from "./right.ts";

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

test("every exported function is called", () => {
  expect([...exported.keys()].sort()).toEqual(Object.keys(RIGHT).sort());
});

test.each([...exported])("only a CadreError leaves %s, whatever it is given", async (name, call) => {
  const strays: string[] = [];
  for (const [where, given] of wrongs(RIGHT[name] ?? [])) {
    const thrown = await thrownBy(call, given);
    if (thrown !== undefined && !(thrown instanceof CadreError)) strays.push(`${where}: ${String(thrown)}`);
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
