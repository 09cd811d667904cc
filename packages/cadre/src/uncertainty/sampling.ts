import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import { correlate, type Membership } from "./copula.ts";
import { latinHypercubeColumn } from "./latin-hypercube.ts";
import { monteCarloColumn } from "./monte-carlo.ts";
import { sobolColumn } from "./sobol.ts";

/**
 * How draws are spread: at random (`monte-carlo`), one in each stratum (`latin-hypercube`), or filling the space evenly
 * (`sobol`).
 */
export type Sampling = "monte-carlo" | "latin-hypercube" | "sobol";

const SAMPLINGS: readonly Sampling[] = ["monte-carlo", "latin-hypercube", "sobol"];

/** Which draws of what. */
export interface SharesRequest {
  readonly ids: readonly string[];
  /** By column, as `ids`; undefined for one that moves by itself. */
  readonly groups?: readonly (Membership | undefined)[];
  /** Of the whole ensemble, also when only a part is asked for. */
  readonly draws: number;
  readonly seed: number | string;
  readonly sampling?: Sampling;
  /** First draw of the part, from 0. */
  readonly from?: number;
  /** The draw after its last. */
  readonly to?: number;
}

/**
 * Where each uncertain number stands in each draw: its share of its distribution, above 0 and below 1, by draw and then
 * in the order of `ids`. Any part of the draws is the same numbers as in the whole. Which sampling keeps which promise is
 * in docs/method/uncertainty.md.
 */
export function sampledShares({
  ids,
  groups = [],
  draws,
  seed,
  sampling = "monte-carlo",
  from = 0,
  to = draws,
}: SharesRequest): Float64Array {
  checkSampling(sampling);
  const column = (id: string, dimension: number): Float64Array => {
    if (sampling === "sobol") return sobolColumn(seed, id, dimension, from, to);
    if (sampling === "latin-hypercube") return latinHypercubeColumn(seed, id, draws, from, to);
    return monteCarloColumn(seed, id, from, to);
  };
  const names = [...new Set(groups.flatMap((member) => (member ? [member.group] : [])))];
  const common = new Map(names.map((name, i) => [name, column(`group:${name}`, i)]));
  const all = new Float64Array((to - from) * ids.length);
  ids.forEach((id, c) => {
    const own = column(id, names.length + c);
    const member = groups[c];
    const group = member && common.get(member.group);
    if (member && group) {
      checkCorrelation(member, id);
      correlate(own, group, member.correlation);
    }
    for (let d = 0; d < own.length; d++) all[d * ids.length + c] = own[d]!;
  });
  return all;
}

function checkSampling(sampling: Sampling): void {
  if (SAMPLINGS.includes(sampling)) return;
  throw new CadreError({
    code: "unknown-word",
    message: "Draws cannot be spread like this.",
    value: sampling,
    rule: `sampling is one of ${SAMPLINGS.join(", ")}.`,
    fix: "Correct the word, or leave it out for monte-carlo.",
    didYouMean: suggest(sampling, SAMPLINGS),
  });
}

function checkCorrelation({ group, correlation }: Membership, id: string): void {
  if (correlation >= -1 && correlation <= 1) return;
  throw new CadreError({
    code: "bad-correlation",
    message: `"${id}" has no correlation with its group "${group}" between −1 and 1.`,
    value: String(correlation),
    rule: "A correlation is a number from −1 (moves exactly the other way) to 1 (moves exactly with it).",
    fix: "Write it like correlation: 0.6.",
  });
}
