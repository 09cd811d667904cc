import { COST_NAMES, COSTS, type CostName } from "./costs.ts";
import { DEMAND_GROWTH_NAMES, DEMAND_GROWTHS, type DemandGrowthName } from "./demand-growths.ts";
import { dated, type More, type ParameterFacts, type ParameterTable, placed, undated } from "./parameter-facts.ts";
import { HAZARDS, IN_POOLS } from "./pool-parameters.ts";
import { NUMBER_RULES } from "./rules.ts";

const { TIMES, MINUTES, DAYS_OFF, WEEK_DAYS, DAY_HOURS, YEAR_HOURS } = NUMBER_RULES;
const { SHARE, RATE, GROWTH, FACTOR, FTE, POSTS, ELASTICITY, FLOW, MONEY, RATIO, PEOPLE, BEYOND, REALISED } =
  NUMBER_RULES;

const costs = Object.fromEntries(
  COST_NAMES.map((name) => {
    const at = [`pools.<pool>.costs.${name}`, `costs.${name}`];
    return [`costs.${name}`, dated(MONEY, COSTS[name], ["money"], { at, decided: true })];
  }),
) as Record<`costs.${CostName}`, ParameterFacts>;

const demandGrowths = Object.fromEntries(
  DEMAND_GROWTH_NAMES.map((name) => {
    const at = [`demand.<pool>.${name}`];
    return [`demand.${name}`, dated(GROWTH, DEMAND_GROWTHS[name].words, ["demand"], { at })];
  }),
) as Record<`demand.${DemandGrowthName}`, ParameterFacts>;

/** Numbers of pools that a system holds beside them. */
const ABOUT_POOLS = {
  "moves.rate": dated(RATE, "rate of moving", ["rates"], {
    ...HAZARDS,
    at: ["moves.<n>.rate"],
    setMeans: "a rate of the same kind as the file's, times the move's own shape",
    idle: "no moves lead out of these pools",
  }),
  "demand.posts": dated(POSTS, "posts needed", ["demand"], { at: ["demand.<pool>.posts"] }),
  ...demandGrowths,
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
  "plannedMoves.<n>.heads": dated(FLOW, "people moved or made redundant a year", ["planned"], DECIDED),
  "shifts.<n>.share": dated(SHARE, "share of the work that moves", ["demand"], DECIDED),
  "shifts.<n>.ratio": undated(RATIO, "posts for each post moved", ["demand"], DECIDED),
  "substitutions.<n>.fte": dated(POSTS, "posts replaced", ["demand"], DECIDED),
  "substitutions.<n>.ratio": undated(RATIO, "posts for each post replaced", ["demand"], DECIDED),
  "demand.<pool>.drivers.<n>.population": undated(SHARE, "weight of the people served", ["demand"], WHOLE),
  "demand.<pool>.workload.activities.<n>.perYear": undated(TIMES, "times a year", ["demand"], WHOLE),
  "demand.<pool>.workload.activities.<n>.minutes": undated(MINUTES, "minutes each time", ["demand"], WHOLE),
  "demand.<pool>.workload.daysPerWeek": undated(WEEK_DAYS, "working days a week", ["demand"], WHOLE),
  "demand.<pool>.workload.hoursPerDay": undated(DAY_HOURS, "working hours a day", ["demand"], WHOLE),
  "demand.<pool>.workload.daysOff.<reason>": undated(DAYS_OFF, "days off a year", ["demand"], WHOLE),
  "demand.<pool>.workload.support": undated(SHARE, "share of working time for support", ["demand"], WHOLE),
  "demand.<pool>.workload.extraHours": undated(YEAR_HOURS, "hours a year beyond activities", ["demand"], WHOLE),
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
export const PARAMETERS = { ...IN_POOLS, ...ABOUT_POOLS, ...IN_SYSTEM } satisfies ParameterTable;

/** A row of the table. */
export type Parameter = keyof typeof PARAMETERS;

type Written<P extends string> = P extends `${infer A}<${string}>${infer B}` ? `${A}${string}${Written<B>}` : P;
/** The name of a parameter in a system, such as `pipelines.nursing.intake`. */
export type ParameterName = Written<Parameter>;
