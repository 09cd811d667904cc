import { CAUSE_NAMES, type Cause, factsOf, rateOf } from "./causes.ts";
import { COST_NAMES, COSTS, type CostName } from "./costs.ts";
import { RULES, type Rule } from "./rules.ts";

/** A part of a model that is worked out by itself; a draw works out again only what its numbers touch. */
export type ModelPart =
  | "rates"
  | "recruits"
  | "responses"
  | "demand"
  | "money"
  | "markets"
  | "courses"
  | "returners"
  | "fte";

/** What is known of a parameter: a number, or a list of numbers, that a change, a question or a draw can name. */
export interface ParameterFacts {
  /** Where a system holds it, with `<…>` for a name or a place in a list; of several, the first that is there counts. */
  readonly at: readonly string[];
  /** What planners call it, in the middle of a sentence. */
  readonly words: string;
  /** What its number in a file can be: unit, limits, plausible range. */
  readonly rule: Rule;
  /** What the number that changes work on can be: the file's, or what the engine has made of it. */
  readonly used: Rule;
  /** Whose it is: each selected pool's, cell by cell or as a whole, or the system's. */
  readonly of: "cell" | "pool" | "system";
  /** Whether it may differ from year to year; a number of the base year has no dates. */
  readonly dated: boolean;
  /** Somebody decides it rather than finds it out: a plain number is a size, which weak evidence does not shrink. */
  readonly decided: boolean;
  /** Parts of the model that depend on it. */
  readonly parts: readonly ModelPart[];
  /** Whether the base year depends on the number in the file, and with it everything else. */
  readonly shapesBaseYear: boolean;
  /** Calibration works it out, beside the input as written. */
  readonly calibrated: boolean;
  /**
   * What a `set` states, where the engine works with something else than the file's number. Factors and additions work on
   * the engine's.
   */
  readonly setMeans?: string;
  /** The parameter of a file whose value in the engine this is: both may not be set at once. */
  readonly engineOf?: string;
  /** Why a change of it may come to nothing, after "nothing comes of it:". */
  readonly idle: string;
}

/** Most of a pool's recruits that may come from other pools; beyond it there is no market recruitment to speak of. */
export const MOST_HIRED = 0.95;

const { COUNT, SHARE, RATE, HAZARD, VACANCY, GROWTH, FACTOR, FTE, POSTS, ELASTICITY, FLOW, EFFORT } = RULES;
const { POWER, MONEY, PREMIUM, RATIO, WEIGHT, PEOPLE, BEYOND, REALISED } = RULES;

type More = Partial<ParameterFacts>;
type Table = Readonly<Record<string, ParameterFacts>>;

/** A number that may differ from year to year. */
const dated = (rule: Rule, words: string, parts: readonly ModelPart[], more: More = {}): ParameterFacts => ({
  at: [],
  words,
  rule,
  used: rule,
  of: "pool",
  dated: true,
  decided: false,
  parts,
  shapesBaseYear: false,
  calibrated: false,
  idle: "the number is zero there, and a factor leaves it so",
  ...more,
});

/** A number of the base year alone; everything rests on it unless `parts` says what does. */
const undated = (rule: Rule, words: string, parts?: readonly ModelPart[], more: More = {}): ParameterFacts =>
  dated(rule, words, parts ?? [], { dated: false, shapesBaseYear: parts === undefined, ...more });

/** The same facts, with their place for those that give none. */
const placed = <T extends Table>(under: string, table: T): T =>
  Object.fromEntries(
    Object.entries(table).map(([name, one]) => [name, { ...one, at: one.at.length > 0 ? one.at : [under + name] }]),
  ) as T;

const FILLS =
  "pools that fill their posts (mode: fill) recruit what the posts need, and fixed recruits (mode: fixed) know no effort";
const FROM_BASE_YEAR: More = { shapesBaseYear: true };
const HAZARDS: More = { used: HAZARD, of: "cell", shapesBaseYear: true, calibrated: true };

/** The rate of each cause of leaving: published for a pool, or a schedule by age that pools may share. */
const rates = Object.fromEntries(
  CAUSE_NAMES.map((cause) => {
    const published = factsOf(cause).rate === "published";
    const at = published ? [`pools.<pool>.${cause}.rate`] : [`pools.<pool>.${cause}`, `${cause}.<schedule>`];
    const idle = `nobody counts ${factsOf(cause).noun} in these pools`;
    const setMeans = published
      ? "the pool's published rate, of the same kind, scope and includes as in the file, in each year of the change"
      : "a rate of the same kind as the schedule's, at every age selected";
    return [rateOf(cause), dated(RATE, `${cause} rate`, ["rates"], { ...HAZARDS, at, idle, setMeans })];
  }),
) as Record<`${Cause}.rate`, ParameterFacts>;

/** Numbers of each pool, by the names they have in it. */
const IN_POOLS = placed("pools.<pool>.", {
  ...rates,
  "leaving.hazard": dated(HAZARD, "hazard of leaving", ["rates"], {
    of: "cell",
    calibrated: true,
    engineOf: "leaving.rate",
    idle: `nobody counts ${factsOf("leaving").noun} in these pools`,
  }),
  headcount: undated(COUNT, "headcount"),
  ages: undated(SHARE, "shares by age"),
  sex: undated(SHARE, "shares by sex"),
  tenure: undated(SHARE, "shares by length of service"),
  fte: dated(FTE, "full-time equivalents a head", ["fte", "demand"], { of: "cell" }),
  vacancyRate: undated(VACANCY, "vacancy rate", ["demand"]),
  "vacancies.staff": undated(COUNT, "staff that the vacancy rate is of", ["demand"]),
  "vacancies.count": undated(COUNT, "vacancies published beside the rate", ["demand"]),
  "leaving.growth": undated(GROWTH, "growth in the year of the leaving rate"),
  "leaving.stayingInSector": dated(SHARE, "share of leavers who stay in the sector", ["rates"], {
    ...FROM_BASE_YEAR,
    idle: "nobody of these pools is said to stay in the sector",
  }),
  "leaving.responds.power": dated(POWER, "power of the response of leaving", ["responses"], {
    idle: "a factor leaves a power of zero so",
  }),
  "leaving.byTenure": undated(FACTOR, "leaving by length of service"),
  "leaving.byAge": undated(FACTOR, "leaving by age"),
  "leaving.bySex": undated(FACTOR, "leaving by sex"),
  "recruitment.recruits": dated(FLOW, "recruits a year", ["recruits"], { calibrated: true, idle: FILLS }),
  "recruitment.effort": dated(EFFORT, "recruitment effort", ["recruits"], { idle: FILLS }),
  "recruitment.responds.power": dated(POWER, "power of the response of recruits", ["responses"], {
    idle: "pools that fill their posts (mode: fill) recruit what the posts need, and a factor leaves a power of zero so",
  }),
  "recruitment.weight": dated(WEIGHT, "weight in its labour market", ["recruits"], {
    idle: "the weight is zero there",
  }),
  "recruitment.from.<source>": dated(SHARE, "share of recruits drawn from", ["recruits"], FROM_BASE_YEAR),
  "recruitment.elasticity": undated(ELASTICITY, "elasticity of recruits", ["recruits"]),
  "recruitment.unexplained": undated(SHARE, "share of recruits whom no count explains", ["recruits"]),
  "recruitment.ages": undated(SHARE, "shares of recruits by age"),
  "recruitment.sex": undated(SHARE, "shares of recruits by sex"),
  "pay.relative": dated(FACTOR, "pay against that of other jobs", ["responses"], {
    decided: true,
    idle: "the pool gives no pay elasticity (pay.recruits, pay.leaving)",
  }),
  "pay.recruits": undated(POWER, "elasticity of recruits to pay", ["responses"]),
  "pay.leaving": undated(POWER, "elasticity of leaving to pay", ["responses"]),
  "returners.<n>": dated(FLOW, "people who come back", ["returners"], {
    at: ["pools.<pool>.returners.<n>.share", "pools.<pool>.returners.<n>.heads"],
    decided: true,
    shapesBaseYear: true,
  }),
  "returners.<n>.ages": undated(SHARE, "shares by age of people who come back"),
  "returners.<n>.sex": undated(SHARE, "shares by sex of people who come back"),
  "agency.fills": dated(SHARE, "share of the gap that agency staff fill", ["money"]),
  "agency.premium": dated(PREMIUM, "price of agency staff above own pay", ["money"]),
});

const costs = Object.fromEntries(
  COST_NAMES.map((name) => {
    const at = [`pools.<pool>.costs.${name}`, `costs.${name}`];
    return [`costs.${name}`, dated(MONEY, COSTS[name], ["money"], { at, decided: true })];
  }),
) as Record<`costs.${CostName}`, ParameterFacts>;

/** Numbers of pools that a system holds beside them. */
const ABOUT_POOLS = {
  "moves.rate": dated(RATE, "rate of moving", ["rates"], {
    ...HAZARDS,
    at: ["moves.<n>.rate"],
    setMeans: "a rate of the same kind as the file's, times the move's own shape",
    idle: "no moves lead out of these pools",
  }),
  "demand.posts": dated(POSTS, "posts needed", ["demand"], { at: ["demand.<pool>.posts"] }),
  "demand.growthPerHead": dated(GROWTH, "growth of need a head", ["demand"], { at: ["demand.<pool>.growthPerHead"] }),
  "demand.productivity": dated(GROWTH, "growth of productivity", ["demand"], { at: ["demand.<pool>.productivity"] }),
  "demand.funded": dated(POSTS, "funded posts", ["demand"], { at: ["demand.<pool>.funded.posts"], decided: true }),
  ...costs,
};

/** What depends on the people of a place. */
const PEOPLE_PARTS = ["demand", "recruits", "markets"] as const;

const WHOLE: More = { of: "system" };
const DECIDED: More = { of: "system", decided: true };

/** Numbers of a system, by where they stand in it. */
const IN_SYSTEM = placed("", {
  "pipelines.<course>.intake": dated(FLOW, "intake", ["courses"], {
    ...DECIDED,
    idle: "the course has no intake in this run",
  }),
  "pipelines.<course>.completion": dated(SHARE, "completion", ["courses"], WHOLE),
  "pipelines.<course>.joins.<pool>": dated(SHARE, "share of finishers who join", ["courses"], WHOLE),
  "pipelines.<course>.entrants.<pool>": undated(SHARE, "share of entrants from", ["courses"], WHOLE),
  "pipelines.<course>.ages": undated(SHARE, "shares of entrants by age", ["courses"], WHOLE),
  "pipelines.<course>.sex": undated(SHARE, "shares of entrants by sex", ["courses"], WHOLE),
  "pipelines.<course>.earlyLeaversJoin.<pool>": undated(SHARE, "share of early leavers who join", ["courses"], WHOLE),
  "pipelines.<course>.worksWhileTraining.fte": undated(FTE, "work of one trainee", ["courses"], WHOLE),
  "pipelines.<course>.backfill.fte": undated(FTE, "posts that one trainee adds", ["courses"], WHOLE),
  "pipelines.<course>.cost.perLearner": undated(MONEY, "cost of one learner", ["courses"], WHOLE),
  "pipelines.<course>.cost.employerShare": undated(SHARE, "share of the cost for employers", ["courses"], WHOLE),
  "pipelines.<course>.cost.smallEmployers": undated(SHARE, "learners with small employers", ["courses"], WHOLE),
  "labourMarkets.<market>.capacity": dated(FLOW, "capacity", ["markets"], WHOLE),
  "labourMarkets.<market>.elasticity": undated(ELASTICITY, "elasticity of recruits", ["markets"], WHOLE),
  "shifts.<n>.share": dated(SHARE, "share of the work that moves", ["demand"], DECIDED),
  "shifts.<n>.ratio": undated(RATIO, "posts for each post moved", ["demand"], DECIDED),
  "substitutions.<n>.fte": dated(POSTS, "posts replaced", ["demand"], DECIDED),
  "substitutions.<n>.ratio": undated(RATIO, "posts for each post replaced", ["demand"], DECIDED),
  "demand.<pool>.drivers.<n>.population": undated(SHARE, "weight of the people served", ["demand"], WHOLE),
  "demand.<pool>.unmetNeed": undated(RATE, "unmet need", ["demand"], WHOLE),
  "demand.<pool>.funded.growth": undated(GROWTH, "growth of funded posts", ["demand"], DECIDED),
  "moves.<n>.byTenure": undated(FACTOR, "moving by length of service", undefined, WHOLE),
  "moves.<n>.byAge": undated(FACTOR, "moving by age", undefined, WHOLE),
  "costs.discountRate": undated(GROWTH, "discount rate", ["money"], DECIDED),
  "funding.payBill": undated(MONEY, "pay bill of the employers who pay the levy", [], WHOLE),
  "funding.payBillGrowth": undated(GROWTH, "growth of the levy's pay bill", [], WHOLE),
  "funding.fundsYearBefore": undated(MONEY, "levy funds of the year before", [], WHOLE),
  "funding.transfer": undated(SHARE, "share of levy funds passed on", [], WHOLE),
  "population.error.<ages>": undated(BEYOND, "people more than projected, ten years on,", PEOPLE_PARTS, WHOLE),
  "population.projection.improvementRealised": undated(
    REALISED,
    "realised improvement of mortality",
    PEOPLE_PARTS,
    WHOLE,
  ),
  "population.projection.fertilityGrowth": undated(GROWTH, "growth of births a woman", PEOPLE_PARTS, WHOLE),
  "population.projection.moreMigrants.<ages>": undated(
    BEYOND,
    "net migrants beyond those projected",
    PEOPLE_PARTS,
    WHOLE,
  ),
  population: undated(PEOPLE, "people", PEOPLE_PARTS, WHOLE),
});

/**
 * Every parameter, once: by the name that scenarios, questions and draws use, with `<…>` where a name of the system
 * stands. Numbers of pools go by their names within a pool. Whoever has to know a parameter reads this table.
 */
export const PARAMETERS = { ...IN_POOLS, ...ABOUT_POOLS, ...IN_SYSTEM } satisfies Table;

/** A row of the table. */
export type Parameter = keyof typeof PARAMETERS;

type Written<P extends string> = P extends `${infer A}<${string}>${infer B}` ? `${A}${string}${Written<B>}` : P;
/** The name of a parameter in a system, such as `pipelines.nursing.intake`. */
export type ParameterName = Written<Parameter>;
