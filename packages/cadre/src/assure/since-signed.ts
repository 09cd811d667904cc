import * as z from "zod";
import { checkText } from "../error/argument.ts";
import { CadreError } from "../error/cadre-error.ts";
import type { Result } from "../projection/result.ts";
import type { AssuredInput, AssuredSignature } from "./record-parts.ts";

const keptAnswer = z.object({
  scenario: z.string(),
  measure: z.string(),
  year: z.int(),
  /** Nothing where it cannot be computed. */
  value: z.number().nullable(),
});

/** An answer of a run for all staff in its last year: kept with a record, so that a later one can say what has changed. */
export interface KeptAnswer extends Readonly<z.output<typeof keptAnswer>> {}

/** What an earlier `assurance.json` says: its mark, its inputs as written, and its answers. */
export interface KeptRecord {
  readonly mark: string;
  readonly inputs: ReadonlyMap<string, string>;
  readonly answers: readonly KeptAnswer[];
}

/** One number that differs from the one that was signed. */
export interface ChangedNumber {
  /** The input by its name in assumptions.csv, or the answer in words. */
  readonly what: string;
  /** As it was signed; nothing where it was not there. */
  readonly was?: string;
  /** As it is now; nothing where it is gone. */
  readonly is?: string;
}

/** What has changed since a signature, number by number. */
export interface SinceSigned {
  readonly by: string;
  readonly on: string;
  readonly inputs: readonly ChangedNumber[];
  readonly answers: readonly ChangedNumber[];
}

const ANSWERS = ["demand", "supply", "gap"] as const;

/** The answers a record keeps: demand, supply and gap of all staff in the last year of each scenario. */
export const answersOf = (results: readonly Result[]): KeptAnswer[] =>
  results.flatMap((result) =>
    ANSWERS.map((measure) => ({
      scenario: result.id,
      measure,
      year: result.last,
      value: result.at({ measure, year: result.last }) ?? null,
    })),
  );

const kept = z.object({
  mark: z.string().regex(/^[0-9a-f]{12,64}$/),
  inputs: z.array(
    z.object({
      input: z.object({ parameter: z.string(), written: z.string().optional(), value: z.number().optional() }),
    }),
  ),
  answers: z.array(keptAnswer),
});

/**
 * Reads an `assurance.json` that was kept when a record was signed. Throws a `CadreError` when it is not one. Guide:
 * docs/guide/assurance.md.
 *
 * @example
 * ```ts
 * import { parseKeptRecord } from "cadre/assure";
 * const input = { parameter: "pools.carers.leaving.rate", written: "30%", value: 0.3 };
 * const record = parseKeptRecord(JSON.stringify({ mark: "0123456789abcdef", inputs: [{ input }], answers: [] }));
 * record.inputs.get("pools.carers.leaving.rate"); // "30%"
 * ```
 */
export function parseKeptRecord(text: string, options: { file?: string } = {}): KeptRecord {
  checkText(text, options);
  const { file } = options;
  const parsed = kept.safeParse(asJson(text));
  if (!parsed.success)
    throw new CadreError({
      code: "not-a-record",
      ...(file !== undefined && { file }),
      message: "This is not an assurance record that Cadre wrote.",
      rule: "The record of a signature is the assurance.json that cadre assure wrote when it was signed.",
      fix: "Name that file under record, or leave record out.",
    });
  const { mark, inputs, answers } = parsed.data;
  return {
    mark,
    answers,
    inputs: new Map(inputs.map(({ input }) => [input.parameter, input.written ?? String(input.value)])),
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What differs from the record that was signed. A kept record of another mark is not the one that was signed: an error. */
export function sinceSigned(
  { by, on, mark, record: path }: AssuredSignature,
  record: KeptRecord,
  now: { readonly inputs: readonly AssuredInput[]; readonly answers: readonly KeptAnswer[] },
): SinceSigned {
  if (!record.mark.startsWith(mark) && !mark.startsWith(record.mark))
    throw new CadreError({
      code: "record-of-another-mark",
      ...(path !== undefined && { file: path }),
      message: `This record has the mark ${record.mark.slice(0, 16)}, and ${mark.slice(0, 16)} was signed.`,
      value: record.mark,
      rule: "A signature names the record that it signed.",
      fix: "Name the assurance.json that has the mark of the signature.",
    });
  const written = new Map(now.inputs.map(({ input }) => [input.parameter, input.written ?? String(input.value)]));
  const named = (list: readonly KeptAnswer[]) =>
    new Map(list.map((one) => [`${one.scenario}: ${one.measure} in ${one.year}`, shown(one.value)]));
  return {
    ...{ by, on },
    inputs: differences(record.inputs, written),
    answers: differences(named(record.answers), named(now.answers)),
  };
}

/** Digits that every version of Node agrees on. */
const shown = (value: number | null): string =>
  value === null ? "not computable" : String(Number(value.toPrecision(10)));

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ChangedNumber[] {
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return all.flatMap((what) => {
    const [was, is] = [before.get(what), after.get(what)];
    if (was === is) return [];
    return [{ what, ...(was !== undefined && { was }), ...(is !== undefined && { is }) }];
  });
}
