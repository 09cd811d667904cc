import { type AssuranceFile, ROLES, type Role } from "./assurance-file.ts";
import {
  type AssuredInput,
  type AssuredSignature,
  type AssuredSource,
  MATTER_MOST,
  type Verification,
} from "./record-parts.ts";

/** Something a record lacks. */
export interface RecordGap {
  /** The input by its name in assumptions.csv; nothing where the whole record lacks it. */
  readonly input?: string;
  readonly what: string;
  /** What a tenth more of the input does to the gap, in FTE. */
  readonly effect?: number;
}

/** What a record lacks: of the inputs that matter most by what they do to the gap, then of the whole. */
export function gapsOf({
  file,
  inputs,
  sources,
  verification,
  signatures,
}: {
  file: AssuranceFile | undefined;
  inputs: readonly AssuredInput[];
  sources: readonly AssuredSource[];
  verification: readonly Verification[];
  signatures: readonly AssuredSignature[];
}): RecordGap[] {
  const first = inputs.slice(0, MATTER_MOST);
  const rest = inputs.slice(MATTER_MOST);
  const lacking = (list: readonly AssuredInput[]) => list.filter((one) => lacksOf(one).length > 0).length;
  const later = lacking(rest);
  return [
    ...first.flatMap((one): RecordGap[] => {
      const lacks = lacksOf(one);
      if (lacks.length === 0) return [];
      return [
        {
          input: one.input.parameter,
          what: `No ${lacks.join(", no ")}`,
          ...(one.miscounted !== undefined && { effect: one.miscounted }),
        },
      ];
    }),
    ...wholeOf(file, sources, verification, signatures).map((what) => ({ what })),
    ...(later === 0
      ? []
      : [{ what: `${later} of the ${rest.length} inputs that matter less lack a source, an owner or a review` }]),
  ];
}

function lacksOf({ input, owner, reviewed, reviewBy, reliability }: AssuredInput): string[] {
  return [
    ...(input.source === undefined && input.kind !== "lever" ? ["source"] : []),
    ...(owner === undefined ? ["owner"] : []),
    ...(reviewed === undefined ? ["date of review"] : []),
    ...(reviewBy === undefined ? ["date of the next review"] : []),
    ...(reliability === undefined ? ["reliability"] : []),
  ];
}

function wholeOf(
  file: AssuranceFile | undefined,
  sources: readonly AssuredSource[],
  verification: readonly Verification[],
  signatures: readonly AssuredSignature[],
): string[] {
  if (!file) return ["Nobody has written an assurance.yaml beside the system", ...verifiedLess(verification)];
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => file[role] === undefined);
  const unlicensed = sources.filter(({ licence }) => licence === undefined);
  const unsigned = !signatures.some(({ as, state }) => as === "approver" && state === "valid");
  return [
    ...(roles.length > 0 ? [`No ${roles.map((role) => ROLES[role].toLowerCase()).join(", no ")}`] : []),
    ...(file.purpose === undefined ? ["No purpose: nobody has said what the model is for"] : []),
    ...(file.notFor.length === 0 ? ["Nobody has said what it must not be used for"] : []),
    ...(file.specification === undefined ? ["No specification"] : []),
    ...(file.validation.length === 0 ? ["No validation: nobody outside has looked at it"] : []),
    ...(file.sunset === undefined ? ["No date after which it must be reviewed"] : []),
    ...(unsigned ? ["No valid signature of an approver"] : []),
    ...(unlicensed.length > 0 ? [`No licence of ${unlicensed.length} of ${sources.length} sources`] : []),
    ...verifiedLess(verification),
  ];
}

const verifiedLess = (verification: readonly Verification[]): string[] =>
  verification.filter(({ outcome }) => outcome !== "passed").map(({ what, outcome }) => `${capital(outcome)}: ${what}`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
