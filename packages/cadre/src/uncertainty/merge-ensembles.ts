import { CadreError } from "../error/cadre-error.ts";
import { checkArguments, keys, list } from "../error/shape.ts";
import { ENSEMBLE_DATA, type Ensemble, type EnsembleData, openEnsemble } from "./open-ensemble.ts";
import { KEPT_DRAWS, Spreads, type SpreadsData } from "./spreads.ts";

/**
 * Puts parts of an ensemble together that were drawn apart, on other machines perhaps, and returns what `ensemble` says of
 * all draws at once, to the last digit. The parts may come in any order. Each was drawn with the same seed and another
 * `from`, and has at most 1,000 draws, since those are kept one by one. Throws a `CadreError` when parts do not belong
 * together, when draws are missing between them, or are there twice. Method: docs/method/uncertainty.md.
 *
 * @example
 * ```ts
 * import { ensemble } from "cadre";
 * import { mergeEnsembles } from "cadre/uncertainty";
 * import { readSystem } from "cadre/node";
 * const england = await readSystem("scenarios/england/system.yaml");
 * const first = await ensemble(england, {}, { draws: 20 });
 * const second = await ensemble(england, {}, { draws: 20, from: 20 });
 * mergeEnsembles([first, second]).at({ measure: "gap", year: 2035 }).p90; // as of 40 draws
 * ```
 */
export function mergeEnsembles(parts: readonly Ensemble[]): Ensemble {
  checkArguments({ parts }, { parts: list(keys({ data: ENSEMBLE_DATA })) });
  const ordered = parts.map(({ data }) => data).sort((one, other) => one.from - other.from);
  const [first] = ordered;
  if (!first)
    throw unmergeable(
      "There are no parts to put together.",
      "(none)",
      "Give the ensembles that were drawn separately.",
    );
  for (const [i, part] of ordered.entries()) {
    checkPart(first, part);
    const before = ordered[i - 1];
    if (before && part.from !== before.from + before.draws) throw notNextTo(before, part);
  }
  const draws = ordered.reduce((sum, part) => sum + part.draws, 0);
  const differences = ordered.flatMap(({ difference }) => (difference ? [difference] : []));
  return openEnsemble({
    ...first,
    draws,
    refused: ordered.reduce((sum, { refused }) => sum + refused, 0),
    spreads: together(
      ordered.map(({ spreads }) => spreads),
      draws,
    ),
    ...(differences.length === ordered.length && { difference: together(differences, draws) }),
  });
}

/** Adds the draws that parts kept, in their order, as if they had been made in one go. */
function together(parts: readonly SpreadsData[], draws: number): SpreadsData {
  const width = parts[0]!.sums.length;
  const all = new Spreads(width, draws);
  for (const { draws: count, values } of parts) {
    // Kept by number, then draw; added by draw, then number.
    const block = new Float64Array(width * count);
    for (let row = 0; row < width; row++)
      for (let d = 0; d < count; d++) block[d * width + row] = values[row * count + d]!;
    all.add(block, count);
  }
  return all.data();
}

/** What parts of one ensemble have in common. */
const common = ({ central, seed, sampling, noise, measures, uncertain, of, difference }: EnsembleData): string => {
  const { system, scenario, years } = central.resolved;
  const numbers = central.projection.totals.supply;
  return JSON.stringify([
    ...[system.id, scenario.id, years, seed, sampling, noise, measures, uncertain.map(({ id }) => id)],
    ...[of ?? null, difference !== undefined, [...numbers]],
  ]);
};

function checkPart(first: EnsembleData, part: EnsembleData): void {
  if (part.draws > KEPT_DRAWS)
    throw unmergeable(
      `A part has more than ${KEPT_DRAWS.toLocaleString("en-GB")} draws, which are counted and no longer kept.`,
      String(part.draws),
      "Draw it in smaller parts.",
    );
  if (common(first) !== common(part))
    throw unmergeable(
      "Two parts are not of one ensemble.",
      `draws from ${first.from} and from ${part.from}`,
      "Draw all parts with the same system, scenario, seed, sampling, noise, measures and `of`.",
    );
}

const notNextTo = (one: EnsembleData, other: EnsembleData) => {
  const end = one.from + one.draws;
  return unmergeable(
    other.from > end ? `Draws ${end} to ${other.from - 1} are missing.` : `Draw ${other.from} is there twice.`,
    `${one.draws} draws from ${one.from}, then ${other.draws} from ${other.from}`,
    "Give each draw once, without a hole.",
  );
};

const unmergeable = (message: string, value: string, fix: string) =>
  new CadreError({
    code: "not-one-ensemble",
    message,
    value,
    rule: "Parts of one ensemble follow one another, and each keeps its draws one by one.",
    fix,
  });
