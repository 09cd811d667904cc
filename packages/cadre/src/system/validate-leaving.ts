import type { Problems } from "./problems.ts";
import type { Leaving, System } from "./types.ts";

/** Checks that what a leaving rate says of itself fits together. */
export function validateLeaving(
  leaving: Leaving,
  path: readonly PropertyKey[],
  system: System,
  problems: Problems,
): void {
  if (leaving.stayingInSector && leaving.scope !== "employer")
    problems.add([...path, "stayingInSector"], {
      code: "scope-contradiction",
      message: "People who stay in the sector are not counted in this rate to begin with.",
      value: `scope: ${leaving.scope}`,
      rule: "stayingInSector belongs to a rate of leaving the employer.",
      fix: "Write scope: employer, or remove stayingInSector.",
    });
  if (leaving.kind === "still-in-post") stillInPost(leaving, system, path, problems);
  else if (leaving.after !== undefined)
    problems.add([...path, "after"], {
      code: "kind-contradiction",
      message: "Only a share still in post is counted after some time.",
      value: `kind: ${leaving.kind}`,
      rule: "after belongs to kind: still-in-post.",
      fix: "Write kind: still-in-post, or remove after.",
    });
  for (const shape of ["byAge", "bySex", "byTenure"] as const)
    leavesSomebody(leaving, shape, [...path, shape], problems);
}

/** A shape of nothing but noughts lets nobody leave, whatever the published rate. */
function leavesSomebody(
  leaving: Leaving,
  shape: "byAge" | "bySex" | "byTenure",
  path: readonly PropertyKey[],
  problems: Problems,
): void {
  const factors = Object.entries(leaving[shape]?.values ?? {});
  if (factors.length === 0 || factors.some(([, factor]) => factor > 0)) return;
  problems.add(path, {
    code: "no-leavers",
    message: "By these factors nobody leaves.",
    value: factors.map(([label, factor]) => `${label}: ${factor}`).join(", "),
    rule: "A shape is relative: at least one factor is above nought, and the published rate fixes the level.",
    fix: "Correct the factors, or remove the shape.",
  });
}

/** A share of joiners still in post needs a time, and nothing that depends on who the joiners are. */
function stillInPost(leaving: Leaving, system: System, path: readonly PropertyKey[], problems: Problems): void {
  const { rate, after, byAge, bySex, includes } = leaving;
  const bad = (key: string, message: string, value: string, rule: string, fix: string) =>
    problems.add([...path, key], { code: "bad-still-in-post", message, value, rule, fix });
  if (after === undefined || after % 12 !== 0)
    bad(
      "after",
      "A share still in post is counted after whole years.",
      after === undefined ? "(nothing)" : `${after} months`,
      "after: 1 year, 3 years…",
      "Add after: 3 years, for example.",
    );
  if (!(rate.value > 0 && rate.value <= 1))
    bad(
      "rate",
      "A share still in post lies above 0% and up to 100%.",
      rate.written,
      "The share of joiners who are still there.",
      "Write it like 47%.",
    );
  if (byAge || bySex || includes.length > 0)
    bad(
      "kind",
      "A share still in post follows service only.",
      [byAge && "byAge", bySex && "bySex", includes.length > 0 && "includes"].filter(Boolean).join(", "),
      "It goes with byTenure, and counts leaving alone.",
      "Remove these, or give a rate of another kind.",
    );
  if (system.calendar.convention === "opening-stock")
    bad(
      "kind",
      "The opening-stock convention lets nobody leave in the year they join.",
      "convention: opening-stock",
      "A share of joiners still in post needs joiners who can leave.",
      "Use convention: continuous, or a rate of another kind.",
    );
}
