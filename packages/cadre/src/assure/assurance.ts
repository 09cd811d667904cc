import type { InputEffect } from "../apart/input-effects.ts";
import type { CheckOutcome } from "../ask/checks.ts";
import { howTested } from "../ask/how-tested.ts";
import type { Input } from "../base-year/log.ts";
import { RESULT } from "../error/argument.ts";
import {
  ANY_OBJECT,
  checkArguments,
  FUNCTION,
  keys,
  list,
  NUMBER,
  only,
  optional,
  plain,
  TEXT,
} from "../error/shape.ts";
import type { Result } from "../projection/result.ts";
import { adjustedNumber } from "../scenario/adjusted.ts";
import type { Adjustment } from "../scenario/schema/adjustment.ts";
import type { AssuranceFile } from "./assurance-file.ts";
import { conserved } from "./conserved.ts";
import { gapsOf, type RecordGap } from "./missing.ts";
import { inputNotes } from "./notes.ts";
import type { AssuredInput, AssuredSignature, AssuredSource, Verification } from "./record-parts.ts";
import { MATTER_MOST } from "./record-parts.ts";
import { inputState, isPast, markState, type SignatureState } from "./signature.ts";
import { answersOf, type KeptAnswer, type KeptRecord, type SinceSigned, sinceSigned } from "./since-signed.ts";

const QUESTION = only<AssuranceQuestion>({
  results: list(RESULT, 1),
  file: optional(ANY_OBJECT),
  mark: TEXT,
  on: TEXT,
  miscounted: list(keys({ parameter: TEXT, effect: optional(NUMBER) })),
  changed: FUNCTION,
  checks: optional(list(ANY_OBJECT)),
  kept: optional(plain("a Map", (map) => map instanceof Map)),
  inputs: optional(list(keys({ path: TEXT }))),
});

/** What was found out for a record: by the run itself, by its checks, and by the authors of its files. */
export interface AssuranceQuestion {
  /** Doing nothing first, then what is compared with it. */
  readonly results: readonly [Result, ...Result[]];
  /** What people have said; nothing where nobody has written it down. */
  readonly file?: AssuranceFile;
  /** Stands for the inputs and results: a signature is of this and nothing else. */
  readonly mark: string;
  /** The day of the record, yyyy-mm-dd. */
  readonly on: string;
  /** What each input does to the gap when it was counted wrongly, from `inputEffects`. */
  readonly miscounted: readonly InputEffect[];
  /** What acting on an input does to the gap, from `changedEffect`; asked of the inputs that matter most. */
  readonly changed: (parameter: string) => number | undefined;
  /** What experts say of the system, held against the runs. */
  readonly checks?: readonly CheckOutcome[];
  /** The records that were kept when they were signed, by the path a signature names. */
  readonly kept?: ReadonlyMap<string, KeptRecord>;
  /** The files that were read, with their fingerprints. */
  readonly inputs?: readonly { readonly path: string; readonly sha256?: string }[];
}

/** Who answers for a model, what it rests on, who has looked at it and who has signed it. */
export interface Assurance {
  readonly results: readonly [Result, ...Result[]];
  readonly on: string;
  readonly mark: string;
  readonly file?: AssuranceFile;
  /** `signed`: an approver has, and nothing has changed since. */
  readonly state: "signed" | "not signed" | Exclude<SignatureState, "valid">;
  /** What the record lacks: inputs by what they do to the gap, then what is missing about the whole. */
  readonly missing: readonly RecordGap[];
  /** Every number the runs rest on, those that matter most first. */
  readonly inputs: readonly AssuredInput[];
  readonly sources: readonly AssuredSource[];
  readonly files: readonly { readonly path: string; readonly sha256?: string }[];
  readonly verification: readonly Verification[];
  readonly signatures: readonly AssuredSignature[];
  /** Demand, supply and gap of all staff in the last year of each scenario. */
  readonly answers: readonly KeptAnswer[];
  /** What has changed since the last signature that no longer holds, where the record of it was kept. */
  readonly since?: SinceSigned;
  /** What is past the day until which it may be used. */
  readonly expired: readonly string[];
}

/**
 * The assurance record of a model: what is missing, every assumption with its effect, owner and review, what was done to
 * verify it, and whether signatures still hold. Plain data: `@cadre/report` makes pages of it. An assumption of the file
 * that is no input of the model is a `CadreError`. Guide: docs/guide/assurance.md.
 *
 * @example
 * ```ts
 * import { inputEffects, run } from "cadre";
 * import { assurance } from "cadre/assure";
 * import { readSystem } from "cadre/node";
 * const system = await readSystem("scenarios/cumbria/system.yaml");
 * const record = assurance({
 *   results: [run(system)],
 *   mark: "0123456789abcdef",
 *   on: "2026-11-29",
 *   miscounted: inputEffects(system),
 *   changed: () => undefined,
 * });
 * record.state; // "not signed"
 * ```
 */
export function assurance(question: AssuranceQuestion): Assurance {
  checkArguments({ question }, { question: QUESTION });
  const { results, file, mark, on, inputs: files = [] } = question;
  const inputs = inputsOf(question);
  const signatures = (file?.signed ?? []).map((one) => ({
    ...one,
    state: markState(one.mark, mark, file?.sunset, on),
  }));
  const answers = answersOf(results);
  const found = { results, on, mark, ...(file && { file }), inputs, files, signatures };
  const sources = sourcesOf(question);
  const verification = verified(question);
  const expired = [
    ...(isPast(file?.sunset, on) ? ["the model as a whole"] : []),
    ...judged(results)
      .filter(({ until }) => isPast(until, on))
      .map((one) => `${adjustedNumber(one)}, set by judgement`),
    ...inputs.filter(({ sunset }) => isPast(sunset, on)).map(({ input }) => input.parameter),
  ];
  return Object.freeze({
    ...found,
    state: stateOf(signatures),
    missing: gapsOf({ file, inputs, sources, verification, signatures }),
    sources,
    verification,
    answers,
    ...sinceOf(question, signatures, { inputs, answers }),
    expired,
  });
}

/** What has changed since the last signature that no longer holds. */
function sinceOf(
  { kept }: AssuranceQuestion,
  signatures: readonly AssuredSignature[],
  now: Pick<Assurance, "inputs" | "answers">,
): Pick<Assurance, "since"> {
  const last = signatures.findLast(({ state }) => state === "changed since signed");
  const record = last?.record === undefined ? undefined : kept?.get(last.record);
  return last && record ? { since: sinceSigned(last, record, now) } : {};
}

/** What any of the scenarios sets by judgement. */
const judged = (results: Assurance["results"]): Adjustment[] => [
  ...new Set(results.flatMap(({ data }) => data.resolved.scenario.adjustments ?? [])),
];

function stateOf(signatures: readonly AssuredSignature[]): Assurance["state"] {
  const approvals = signatures.filter((one) => one.as === "approver");
  const last = approvals.at(-1);
  if (!last) return "not signed";
  return approvals.some(({ state }) => state === "valid") ? "signed" : last.state === "valid" ? "signed" : last.state;
}

/** Every number, those that move the gap most first; the effect of acting is asked only of the first ones. */
function inputsOf({ results, file, on, miscounted, changed }: AssuranceQuestion): AssuredInput[] {
  const effectOf = new Map(miscounted.map(({ parameter, effect }) => [parameter, effect]));
  const notes = inputNotes(file, results[0].assumptions);
  const size = (input: Input) => Math.abs(effectOf.get(input.parameter) ?? 0);
  return results[0].assumptions
    .filter(({ value }) => value !== undefined)
    .toSorted((one, other) => size(other) - size(one))
    .map((input, rank): AssuredInput => {
      const { signed, input: _, ...said } = notes.get(input.parameter) ?? { input: "" };
      const effect = effectOf.get(input.parameter);
      const acted = rank < MATTER_MOST ? changed(input.parameter) : undefined;
      return {
        input,
        ...(effect !== undefined && { miscounted: effect }),
        ...(acted !== undefined && { changed: acted }),
        ...(input.quality && input.quality !== "assumed" && { reliability: input.quality }),
        ...(input.owner !== undefined && { owner: input.owner }),
        ...(input.reviewed !== undefined && { reviewed: input.reviewed }),
        ...said,
        ...(signed && {
          signed: { by: signed.by, on: signed.on, state: inputState(input, signed.value, said.sunset, on) },
        }),
      };
    });
}

function sourcesOf({ results, file }: AssuranceQuestion): AssuredSource[] {
  const given = results[0].data.resolved.given.sources;
  const said = new Map((file?.data ?? []).map((one) => [one.source, one]));
  return Object.entries(given).map(([id, { title, publisher, published, licence }]): AssuredSource => {
    const own = said.get(id);
    const [vintage, under] = [own?.vintage ?? published, own?.licence ?? licence];
    return {
      ...{ id, title },
      ...(publisher !== undefined && { publisher }),
      ...(vintage !== undefined && { vintage: String(vintage) }),
      ...(under !== undefined && { licence: under }),
      ...(own?.accessed !== undefined && { accessed: own.accessed }),
    };
  });
}

function verified({ results, checks }: AssuranceQuestion): Verification[] {
  const { tested } = results[0].data.resolved.given;
  const failed = (checks ?? []).filter(({ passed }) => !passed);
  return [
    conserved(results),
    {
      what: "What experts say of the results (checks.yaml)",
      outcome: checks === undefined || checks.length === 0 ? "not done" : failed.length > 0 ? "failed" : "passed",
      detail:
        checks === undefined || checks.length === 0
          ? "There is no checks.yaml beside the system."
          : failed.length === 0
            ? checks.length === 1
              ? "The one statement holds."
              : `All ${checks.length} statements hold.`
            : `${failed.length} of ${checks.length} statements do not hold: ${failed.map(({ id }) => id).join(", ")}.`,
    },
    {
      what: "Projections of earlier years compared with what happened (backtest)",
      outcome:
        tested.length === 0
          ? "not done"
          : tested.every(({ calibration }) => calibration === "calibrated")
            ? "passed"
            : "failed",
      detail: howTested({ tested }),
    },
  ];
}
