import { describe, expect, it } from "vitest";
import { parseChecks } from "../against/parse-checks.ts";
import type { CadreError } from "../error/cadre-error.ts";
import { parseIntervention, parseScenario } from "../scenario/parse.ts";
import { DEEPEST_GROUPS, LARGEST_FILE, MOST_TOKENS } from "./document-limits.ts";
import { parseSystem } from "./parse.ts";
import { errorOf } from "./town.test-data.ts";

const PARSERS: [string, (text: string) => unknown][] = [
  ["parseSystem", (text) => parseSystem(text)],
  ["parseScenario", (text) => parseScenario(text)],
  ["parseIntervention", (text) => parseIntervention(text)],
  ["parseChecks", (text) => parseChecks(text)],
];

/** The error of a text, which has to come within three seconds of a processor's time: others may use the machine as well. */
function soon(parse: (text: string) => unknown, text: string): CadreError {
  const start = process.cpuUsage();
  const error = errorOf(() => parse(text));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(3);
  return error;
}

const many = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

describe.each(PARSERS)("%s", (_, parse) => {
  it.each([
    ["a group that repeats itself", "cadre: 1\nnote: &a { b: *a }\n", "anchor-in-circle", 2, 15],
    ["a list that repeats itself", "cadre: 1\npools: &a [ *a ]\n", "anchor-in-circle", 2, 13],
    ["a key that would vanish", 'cadre: 1\n"__proto__": 1\n', "unknown-key", 2, 1],
    ["its alias", "cadre: 1\nid: &p __proto__\npools:\n  *p : { title: Gone }\n", "unknown-key", 4, 3],
    ["a list as a key", "cadre: 1\n? [a, b]\n: 1\n", "bad-key", 2, 3],
    ["a key twice", "cadre: 1\nid: a\nid: b\n", "not-yaml", 3, 1],
    ["a control character", 'cadre: 1\ntitle: "Red \\x1b[31m"\n', "unseen-character", 2, 8],
    ["one as it is", "cadre: 1\ntitle: Red \u001b[31m\n", "unseen-character", 2, 8],
    ["a turn of direction", "cadre: 1\ntitle: Care \u202egnp.exe\n", "unseen-character", 2, 8],
  ])("refuses %s, with its place", (_, text, code, line, column) => {
    const found = soon(parse, text);
    expect(found).toMatchObject({ code, line, column });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be in what a terminal shows.
    expect(found.message).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
  });

  it("reads groups up to a depth, and says where they go deeper", () => {
    const nested = (depth: number) => `a: ${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(soon(parse, nested(DEEPEST_GROUPS - 1)).code).not.toBe("too-deep");
    expect(soon(parse, nested(DEEPEST_GROUPS + 1))).toMatchObject({
      code: "too-deep",
      line: 1,
      column: 4 + DEEPEST_GROUPS,
    });
    expect(soon(parse, "[".repeat(1_900_000))).toMatchObject({ code: "too-deep" });
    expect(
      soon(
        parse,
        many(DEEPEST_GROUPS + 2, (i) => `${" ".repeat(i)}a:`),
      ).code,
    ).toBe("too-deep");
    expect(soon(parse, "- ".repeat(5000)).code).toMatch(/^(too-deep|not-yaml)$/);
  });

  it("refuses a text of more than two million letters", () => {
    expect(soon(parse, `cadre: 1\n#${"x".repeat(LARGEST_FILE)}`).code).toBe("file-too-large");
  });

  it("refuses a text of too many words before it is parsed", () => {
    const found = soon(
      parse,
      many(50_000, (i) => `k${i}: { title: a }`),
    );
    expect(found).toMatchObject({ code: "file-too-long", value: `more than ${MOST_TOKENS}` });
    expect(found.line).toBeGreaterThan(1000);
  });

  it("takes a time that grows with the number of keys nobody knows, and not its square", () => {
    expect(
      soon(
        parse,
        many(10_000, (i) => `unknown-${i}: 1`),
      ).others.length,
    ).toBeGreaterThan(5);
  });
});
