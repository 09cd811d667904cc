import type * as z from "zod";
import { reporter } from "../system/field/problem.ts";

interface Member {
  readonly group?: string | undefined;
  readonly correlation?: number | undefined;
}

/** Reports an uncertainty that names a group without a correlation, or the other way round. */
export function checkMemberships(uncertainties: readonly Member[], context: z.RefinementCtx): void {
  const report = reporter(context);
  const fix = "Write both, like group: pay and correlation: 0.6.";
  uncertainties.forEach(({ group, correlation }, i) => {
    if (group !== undefined && correlation === undefined)
      report(
        {
          code: "no-correlation",
          message: `There is no correlation to say how closely this moves with its group "${group}".`,
          value: group,
          rule: "A member of a group has a correlation from -1 to 1.",
          fix,
        },
        [i, "group"],
      );
    if (group === undefined && correlation !== undefined)
      report(
        {
          code: "no-group",
          message: "Nothing says what this correlates with.",
          value: String(correlation),
          rule: "An uncertainty correlates with the others of its group.",
          fix,
        },
        [i, "correlation"],
      );
  });
}
