import type * as z from "zod";
import { reporter } from "../system/field/problem.ts";

/** Reports an uncertainty with the id of an earlier one: both would be drawn alike, as if one number stood behind them. */
export function checkIds(
  uncertainties: readonly { readonly id?: string | undefined }[],
  context: z.RefinementCtx,
): void {
  const report = reporter(context);
  const known = new Set<string>();
  uncertainties.forEach(({ id }, i) => {
    if (id === undefined) return;
    if (known.has(id))
      report(
        {
          code: "same-id",
          message: "Two uncertainties have the same id.",
          value: id,
          rule: "Draws belong to the id: two of the same id would move exactly alike.",
          fix: "Give it an id of its own; for two that move together write group and correlation.",
        },
        [i, "id"],
      );
    known.add(id);
  });
}
