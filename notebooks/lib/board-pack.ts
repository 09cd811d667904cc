import type { Ensemble, Result } from "cadre";
import { planOf } from "cadre/results";
import { fileName, saveFile } from "./save-file.ts";
import { ask } from "./work/ask.ts";

const KINDS = {
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Taking a difference apart takes 2ⁿ runs, so that more interventions than this keep the reader waiting. */
const MOST_PARTS = 5;

/**
 * Saves a board pack of results, doing nothing first: slides with charts that can be edited, or a workbook with
 * formulas. What writes them is loaded only now.
 */
export async function saveBoardPack(
  kind: keyof typeof KINDS,
  results: readonly Result[],
  ensembles: readonly Ensemble[] = [],
): Promise<void> {
  const { boardPack, toPptx, toXlsx } = await import("@cadre/report");
  const parts = await decomposed(results);
  const pack = boardPack(results, {
    ...(parts && { decomposition: parts }),
    ...(ensembles.length > 0 && { ensembles }),
  });
  const bytes = await (kind === "pptx" ? toPptx(pack) : toXlsx(pack));
  saveFile(`${fileName(pack.title)}.${kind}`, new Blob([bytes as BlobPart], { type: KINDS[kind] }));
}

async function decomposed(results: readonly Result[]) {
  const [before] = results;
  const after = planOf(results);
  const scenario = after?.data.resolved.scenario;
  const count = scenario?.interventions?.length ?? 0;
  if (!before || !scenario || count === 0 || count > MOST_PARTS) return undefined;
  return ask("decompose", before.data.resolved.given, { before: before.data.resolved.scenario, after: scenario });
}
