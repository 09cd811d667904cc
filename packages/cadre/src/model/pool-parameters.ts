import { CAUSE_NAMES, type Cause, factsOf, rateOf } from "./causes.ts";
import { dated, type More, type ParameterFacts, placed, undated } from "./parameter-facts.ts";
import { NUMBER_RULES } from "./rules.ts";

/** Most of a pool's recruits that may come from other pools; beyond it there is no market recruitment to speak of. */
export const MOST_HIRED = 0.95;

const {
  AWAY,
  POLICY,
  COUNT,
  SHARE,
  RATE,
  HAZARD,
  VACANCY,
  GROWTH,
  FACTOR,
  FTE,
  ELASTICITY,
  FLOW,
  EFFORT,
  POWER,
  PREMIUM,
  WEIGHT,
} = NUMBER_RULES;

const FILLS =
  "pools that fill their posts (mode: fill) recruit what the posts need, and an effort does not change fixed recruits (mode: fixed)";
const FROM_BASE_YEAR: More = { shapesBaseYear: true };
/** What rates are in the engine, and what depends on them. */
export const HAZARDS: More = { used: HAZARD, of: "cell", shapesBaseYear: true, calibrated: true };

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
export const IN_POOLS = placed("pools.<pool>.", {
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
  "vacancies.staff": undated(COUNT, "staff that the vacancy rate divides by", ["demand"]),
  "vacancies.count": undated(COUNT, "vacancies published beside the rate", ["demand"]),
  "leaving.growth": undated(GROWTH, "growth in the year of the leaving rate"),
  "leaving.stayingInSector": dated(SHARE, "share of leavers who stay in the sector", ["rates"], {
    ...FROM_BASE_YEAR,
    idle: "these pools have no share who stay in the sector",
  }),
  "leaving.responds.power": dated(POWER, "power of the response of leaving", ["responses"], {
    idle: "a factor does not change a power of zero",
  }),
  "leaving.rates.byTenure": undated(RATE, "leaving rate by length of service"),
  "leaving.rates.byAge": undated(RATE, "leaving rate by age"),
  "leaving.rates.bySex": undated(RATE, "leaving rate by sex"),
  "leaving.byTenure": undated(FACTOR, "leaving by length of service"),
  "leaving.byAge": undated(FACTOR, "leaving by age"),
  "leaving.bySex": undated(FACTOR, "leaving by sex"),
  "recruitment.recruits": dated(FLOW, "recruits a year", ["recruits"], { calibrated: true, idle: FILLS }),
  "recruitment.starters": undated(FLOW, "recruits of the base year, as counted", ["recruits", "markets"]),
  "recruitment.effort": dated(EFFORT, "recruitment effort", ["recruits"], { idle: FILLS }),
  "recruitment.responds.power": dated(POWER, "power of the response of recruits", ["responses"], {
    idle: "pools that fill their posts (mode: fill) recruit what the posts need, and a factor does not change a power of zero",
  }),
  "recruitment.weight": dated(WEIGHT, "weight in its labour market", ["recruits"], {
    idle: "the weight is zero there",
  }),
  "recruitment.from.<source>": dated(SHARE, "share of recruits drawn from", ["recruits"], FROM_BASE_YEAR),
  "recruitment.elasticity": undated(ELASTICITY, "elasticity of recruits", ["recruits"]),
  "recruitment.unexplained": undated(SHARE, "share of recruits whom no count explains", ["recruits"]),
  "recruitment.ages": undated(SHARE, "shares of recruits by age"),
  "recruitment.sex": undated(SHARE, "shares of recruits by sex"),
  "abroad.recruits": dated(FLOW, "recruits from abroad a year", ["abroad", "recruits"], {
    decided: true,
    idle: "nobody is planned from abroad there",
  }),
  "abroad.policy": dated(POLICY, "what policy leaves of recruits from abroad", ["abroad", "recruits"], {
    idle: "nobody is planned from abroad there",
  }),
  "abroad.pay": undated(POWER, "elasticity of recruits from abroad to pay", ["abroad"]),
  "abroad.ages": undated(SHARE, "shares of recruits from abroad by age", ["abroad"]),
  "abroad.sex": undated(SHARE, "shares of recruits from abroad by sex", ["abroad"]),
  "pay.relative": dated(FACTOR, "pay compared with other jobs", ["responses", "abroad"], {
    decided: true,
    idle: "the pool gives no pay elasticity (pay.recruits, pay.leaving, abroad.pay)",
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
  "absence.sickness": dated(AWAY, "hours lost to sickness", ["money"]),
  "absence.maternity": dated(AWAY, "hours lost to maternity and parental leave", ["money"]),
  participation: dated(SHARE, "share of people in post who are at work", ["money"]),
  "bank.fills": dated(SHARE, "share of the gap that bank staff fill", ["money"]),
  "bank.premium": dated(PREMIUM, "price of bank staff above own pay", ["money"]),
  "agency.fills": dated(SHARE, "share of the gap that agency staff fill", ["money"]),
  "agency.premium": dated(PREMIUM, "price of agency staff above own pay", ["money"]),
});
