import type { Problems } from "./problems.ts";

/** Checks that a name is one of the known ones. */
export function checkKnown(
  path: readonly PropertyKey[],
  name: string,
  names: readonly string[],
  what: string,
  problems: Problems,
  where: "key" | "value" = "value",
): void {
  if (names.includes(name)) return;
  problems.add(
    path,
    {
      code: `unknown-${what.replaceAll(" ", "-")}`,
      message: `There is no ${what} called "${name}".`,
      value: name,
      rule: names.length > 0 ? `Known: ${names.slice(0, 12).join(", ")}.` : `No ${what} is listed.`,
      fix: `Correct the name, or add the ${what}.`,
      known: names,
      word: name,
    },
    where,
  );
}
