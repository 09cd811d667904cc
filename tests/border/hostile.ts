// What a program may hand over by mistake, in the place of every argument of every function and of every option.

export type Call = (...given: unknown[]) => unknown;

const thrower = {
  get: () => {
    throw new TypeError("no");
  },
  has: () => {
    throw new TypeError("no");
  },
  ownKeys: () => {
    throw new TypeError("no");
  },
};
const cycle: Record<string, unknown> = {};
cycle.self = cycle;
const HOSTILE: readonly (readonly [string, unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["no number", Number.NaN],
  ["zero", 0],
  ["a number below zero", -1],
  ["an object", {}],
  ["a list", []],
  ["a list with holes", new Array(3)],
  ["a list of anything", [{}, null, "x"]],
  ["a list of a text", ["x"]],
  ["a promise", Promise.resolve({})],
  ["a function", () => 1],
  ["a cycle", cycle],
  ["a text", "scenarios/cumbria/system.yaml"],
  ["a symbol", Symbol("s")],
  ["a bigint", 1n],
  ["a date", new Date(0)],
  ["a proxy", new Proxy({}, thrower)],
];

/** Left out for single options, which are many; others are as wrong in the same way. */
const PLAIN = new Set([
  "zero",
  "a list",
  "a function",
  "a cycle",
  "a bigint",
  "a date",
  "a text",
  "nothing",
  "a promise",
]);

/** Say nothing of how many draws there are to be, so that a thousand are made. */
const EMPTY = new Set(["nothing", "an object", "a list", "a function", "a cycle", "a date"]);

/** What leaves a function, if anything does. */
export async function thrownBy(call: Call, given: readonly unknown[]): Promise<unknown> {
  try {
    await call(...given);
  } catch (error) {
    return error;
  }
  return undefined;
}

/** What a program writes by itself; what the library has made is handed on whole. */
const isOptions = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  !["calendar", "data", "resolved"].some((made) => made in value);

/** Every argument replaced, and every key of an argument that is an object of options. */
export function* wrongs(right: readonly unknown[]): Generator<[where: string, given: unknown[]]> {
  for (const [i, argument] of right.entries())
    for (const [what, value] of HOSTILE) {
      if (isOptions(argument) && "draws" in argument && EMPTY.has(what)) continue;
      yield [`${what} as argument ${i + 1}`, right.map((one, j) => (j === i ? value : one))];
      if (isOptions(argument) && !PLAIN.has(what))
        for (const key of Object.keys(argument))
          yield [
            `${what} as ${key} of argument ${i + 1}`,
            right.map((one, j) => (j === i ? { ...argument, [key]: value } : one)),
          ];
    }
}
