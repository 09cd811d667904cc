import { byCause, CAUSE_NAMES, factsOf, rateOf } from "./causes.ts";
import type { PlausibleKind } from "./plausible.ts";

/** A part of a model that is worked out by itself; a draw works out anew only what its numbers touch. */
export type ModelPart = "rates" | "recruits" | "demand" | "money" | "markets" | "courses" | "returners" | "fte";

/** What is known of a parameter. */
export interface ParameterFacts {
  /** Whose it is: each selected pool's, cell by cell or as a whole, or the system's. */
  readonly of: "cell" | "pool" | "system";
  /** Limits: a value beyond them is held there, and the run says so. */
  readonly min: number;
  readonly max: number;
  /** What a value can sensibly be; beyond it a planner is asked. */
  readonly kind: PlausibleKind;
  /** Somebody decides it rather than finds it out: a plain number is a size, which weak evidence does not shrink. */
  readonly decided: boolean;
  /** The part of the model that depends on it. */
  readonly part: ModelPart;
  /** Calibration works it out, beside the input as written. */
  readonly calibrated: boolean;
  /** Why a change of it may come to nothing, after "nothing comes of it:". */
  readonly idle: string;
}

const LIMIT = 1e12;

/** Most of a pool's recruits that may come from other pools; beyond it there is no market recruitment to speak of. */
export const MOST_HIRED = 0.95;

type Rest = Partial<Omit<ParameterFacts, "of" | "kind" | "part">>;
const facts =
  (of: ParameterFacts["of"]) =>
  (part: ModelPart, kind: PlausibleKind, rest: Rest = {}): ParameterFacts => ({
    of,
    part,
    kind,
    min: 0,
    max: LIMIT,
    decided: false,
    calibrated: false,
    idle: "the number is zero there, and a factor leaves it so",
    ...rest,
  });
const FILLS =
  "pools that fill their posts (mode: fill) recruit what the posts need, and fixed recruits (mode: fixed) know no effort";
const cell = facts("cell");
const pool = facts("pool");
const whole = facts("system");

const rates = Object.fromEntries(
  CAUSE_NAMES.map((cause) => [
    rateOf(cause),
    cell("rates", "rate", { calibrated: true, idle: `nobody counts ${factsOf(cause).noun} in these pools` }),
  ]),
) as Record<ReturnType<typeof rateOf>, ParameterFacts>;

const staying = Object.fromEntries(
  Object.entries(byCause((cause) => factsOf(cause).mayStayInSector))
    .filter(([, may]) => may)
    .map(([cause]) => [
      `${cause}.stayingInSector`,
      pool("rates", "share", { max: 1, idle: "nobody of these pools is said to stay in the sector" }),
    ]),
);

/**
 * Every parameter whose value may differ from year to year, once: by its name, with `<…>` where a name of the system
 * stands. Everything that has to know a parameter reads this table.
 */
export const PARAMETERS: Readonly<Record<string, ParameterFacts>> = {
  ...rates,
  "moves.rate": cell("rates", "rate", { calibrated: true, idle: "no moves lead out of these pools" }),
  ...staying,
  fte: cell("fte", "hours", { max: 2 }),
  "recruitment.recruits": pool("recruits", "number", { calibrated: true, idle: FILLS }),
  "recruitment.effort": pool("recruits", "effort", { idle: FILLS }),
  "recruitment.weight": pool("recruits", "number", { idle: "the weight is zero there" }),
  "recruitment.from.<source>": pool("recruits", "share", { max: 1 }),
  "returners.<n>": pool("returners", "number", { decided: true }),
  "demand.posts": pool("demand", "number"),
  "demand.growthPerHead": pool("demand", "growth", { min: -0.99, max: 10 }),
  "demand.productivity": pool("demand", "growth", { min: -0.99, max: 10 }),
  "demand.funded": pool("demand", "number", { decided: true }),
  "agency.fills": pool("money", "share", { max: 1 }),
  "agency.premium": pool("money", "premium", { max: 10 }),
  "costs.pay": pool("money", "number", { decided: true }),
  "costs.leaver": pool("money", "number", { decided: true }),
  "costs.recruit": pool("money", "number", { decided: true }),
  "costs.hire": pool("money", "number", { decided: true }),
  "costs.returner": pool("money", "number", { decided: true }),
  "costs.graduate": pool("money", "number", { decided: true }),
  "pipelines.<course>.intake": whole("courses", "number", {
    decided: true,
    idle: "the course has no intake in this run",
  }),
  "pipelines.<course>.completion": whole("courses", "share", { max: 1 }),
  "pipelines.<course>.joins.<pool>": whole("courses", "share", { max: 1 }),
  "labourMarkets.<market>.capacity": whole("markets", "number"),
  "shifts.<n>.share": whole("demand", "share", { max: 1, decided: true }),
  "substitutions.<n>.fte": whole("demand", "number", { decided: true }),
};

/** The names whose values calibration works out, for every system. */
export const CALIBRATED: readonly string[] = Object.keys(PARAMETERS).filter((name) => PARAMETERS[name]?.calibrated);

/** The names that the rates of a year depend on. */
export const RATE_PARAMETERS: readonly string[] = Object.keys(PARAMETERS).filter(
  (name) => PARAMETERS[name]?.part === "rates",
);

/** Numbers of the base year, told apart by where they stand in a system: which parts of a model depend on them. */
const BASE_PARTS: readonly (readonly [pattern: RegExp, parts: readonly ModelPart[]])[] = [
  [/^recruitment\./, ["recruits"]],
  [/^(demand|shifts|substitutions)\.|(^|\.)vacancyRate$/, ["demand"]],
  [/(^|\.)(costs|agency)\./, ["money"]],
  [/^labourMarkets\./, ["markets"]],
  [/^pipelines\./, ["courses"]],
  [/^returners\./, ["returners"]],
  [/^population$/, ["demand", "recruits", "markets"]],
];

/** The facts of a parameter by its full name, such as `pipelines.nursing.intake`; undefined for a number of the base year. */
export function parameterFacts(name: string): ParameterFacts | undefined {
  if (Object.hasOwn(PARAMETERS, name)) return PARAMETERS[name];
  const words = name.split(".");
  const pattern = Object.keys(PARAMETERS).find((known) => {
    const parts = known.split(".");
    return parts.length === words.length && parts.every((part, i) => part.startsWith("<") || part === words[i]);
  });
  return pattern === undefined ? undefined : PARAMETERS[pattern];
}

/** Why a change of a parameter may come to nothing. */
export const whyIdle = (name: string): string => parameterFacts(name)?.idle ?? "the number is zero there";

/** The parts of a model that depend on a parameter or a number of the base year; undefined when everything may. */
export function partsOf(name: string): readonly ModelPart[] | undefined {
  const known = parameterFacts(name);
  return known ? [known.part] : BASE_PARTS.find(([on]) => on.test(name))?.[1];
}

/** Where in a file decisions about the base stand: money, and what planners agree to move or to take back. */
const DECIDED_GROUPS = ["costs", "shifts", "substitutions", "returners"];

/** Whether somebody decides a number rather than finds it out. */
export function isDecided(name: string): boolean {
  return parameterFacts(name)?.decided ?? DECIDED_GROUPS.includes(name.split(".")[0] ?? "");
}
