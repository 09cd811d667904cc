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

/** What the program has written by itself in an argument: objects of options, and those in them and in their lists. */
function* written(value: unknown, path: readonly (string | number)[]): Generator<readonly (string | number)[]> {
  if (Object.isFrozen(value)) return;
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* written(one, [...path, i]);
  if (!isOptions(value)) return;
  if (Object.keys(value).some((key) => Number.isNaN(Number(key)))) yield path;
  for (const [key, one] of Object.entries(value)) yield* written(one, [...path, key]);
}

/** A value with another in one place of it. */
function withAt(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  change: (part: object) => object,
): unknown {
  if (key === undefined) return change(value as object);
  const part = withAt((value as Record<string | number, unknown>)[key], rest, change);
  if (Array.isArray(value)) return value.map((one, i) => (i === key ? part : one));
  return { ...(value as object), [key]: part };
}

/** Each object of options with one more key that is misspelt, and the key that was meant. */
export function* misspelt(right: readonly unknown[]): Generator<[where: string, meant: string, given: unknown[]]> {
  for (const path of written([...right], []))
    for (const key of Object.keys(
      path.reduce((part, step) => (part as Record<string, object>)[step]!, right as object),
    )) {
      const wrong = (part: object) => ({ ...part, [`${key[0]}${key}`]: (part as Record<string, unknown>)[key] });
      yield [`${path.join(".")}.${key}`, key, withAt([...right], path, wrong) as unknown[]];
    }
}
