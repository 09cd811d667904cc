/** What a scaffold is made from: texts are written as JSON strings, which are YAML strings whatever they contain. */
export interface Scaffold {
  readonly id: string;
  readonly place: string;
  /** How an editor finds the schema of a file, as its first line. */
  readonly schemaLine: (name: "system" | "checks") => string;
}

const CALENDAR_AND_PEOPLE = `# The day on which staff were counted, and the last day to look ahead to. Model years run from one to the next.
calendar: { base: 2024-03-31, until: 2035-03-31 }
# Single ages 16 to 75, years in post 0, 1, 2, 3 and more, and the names of the sexes.
axes: { age: [16, 75], tenure: 4, sex: [female, male] }

# Every document or data set that a figure comes from. Name one by its id: source: our-survey.
sources:
  our-survey: { title: Replace this by the title of your own source, published: 2024 }

# People of the place, at mid-year, by age band. They drive demand and recruitment. The years between are filled in;
# there must be a year on or before the base date and one on or after the last.
population:
  date: 06-30
  note: EXAMPLE, replace by an official projection
  people:
    2023: { "0-15": 18000, "16-64": 62000, "65-74": 11000, "75+": 9000 }
    2030: { "0-15": 17500, "16-64": 61500, "65-74": 12000, "75+": 10900 }
    2036: { "0-15": 17000, "16-64": 60500, "65-74": 13000, "75+": 12400 }

`;

const POOLS = `# A pool is a group of staff treated alike: a role, or all staff, at one employer.
pools:
  home-care:
    title: Home care
    employer: Independent sector
    sector: social-care
    role: care workforce
    # People in post on the base date, with their ages and sexes.
    headcount: { value: 1200, kind: assumption, quality: low, note: "EXAMPLE, replace" }
    ages: { value: { "16-29": 21%, "30-49": 43%, "50-75": 36% }, kind: assumption, note: "EXAMPLE, replace" }
    sex: { value: { female: 83%, male: 17% }, kind: assumption, note: "EXAMPLE, replace" }
    # Full-time equivalents a head.
    fte: { value: 0.75, kind: assumption, note: "EXAMPLE, replace" }
    # Posts that stand empty, as a share of all posts.
    vacancyRate: { value: 8%, kind: assumption, note: "EXAMPLE, replace" }
    leaving:
      # How many leave a post in a year, of which headcount, and leaving what. Published rates usually count
      # retirements and deaths too; then name them, and the model takes them out.
      rate: { value: 30%, kind: assumption, note: "EXAMPLE, replace" }
      kind: leavers-per-average-headcount
      scope: employer
      includes: [retirement]
      # Of those who leave, how many take another post in the same pool at another employer.
      stayingInSector: { value: 60%, kind: assumption, note: "EXAMPLE, replace" }
      # Who leaves more than others; only the proportions count.
      byTenure: { value: { "0": 1.9, "1": 1.2, "2": 1.0, "3+": 0.6 }, kind: assumption, note: "EXAMPLE, replace" }
    # Of a hundred people of an age, how many retire within the year. Ages not named: nobody.
    retirement:
      value: { "55-59": 2%, "60-64": 8%, "65-66": 35%, "67-74": 25%, "75+": 50% }
      note: EXAMPLE, replace
    # Recruit as many a year as keep today's headcount, in step with the people of working age.
    recruitment:
      mode: replace
      follows: { population: "16-64" }
      # market: entry-level

  hospital:
    title: The hospital
    employer: NHS trust
    sector: health
    role: all staff
    headcount: { value: 2000, kind: assumption, quality: low, note: "EXAMPLE, replace" }
    ages: { value: { "16-29": 18%, "30-49": 46%, "50-75": 36% }, kind: assumption, note: "EXAMPLE, replace" }
    sex: { value: { female: 77%, male: 23% }, kind: assumption, note: "EXAMPLE, replace" }
    fte: { value: 0.85, kind: assumption, note: "EXAMPLE, replace" }
    vacancyRate: { value: 6%, kind: assumption, note: "EXAMPLE, replace" }
    leaving:
      rate: { value: 12%, kind: assumption, note: "EXAMPLE, replace" }
      kind: leavers-per-average-headcount
      scope: employer
      includes: [retirement]
    retirement:
      value: { "55-59": 6%, "60-64": 18%, "65-66": 40%, "67-74": 30%, "75+": 50% }
      note: EXAMPLE, replace
    recruitment:
      mode: replace
      follows: { population: "16-64" }
      # market: entry-level

`;

const MOVES_AND_DEMAND = `# People who change from one pool to another.
moves:
  - { from: home-care, to: hospital, rate: 1%, kind: hazard, note: "EXAMPLE, replace" }

# Posts needed. They start from the posts filled and vacant, and follow the people served.
demand:
  home-care:
    drivers: [{ population: { "75+": 80%, "16-64": 20% } }]
    growthPerHead: 0% per year
    productivity: 0% per year
  hospital:
    drivers: [{ population: { "65-74": 25%, "75+": 35%, "16-64": 40% } }]
    growthPerHead: 0% per year
    productivity: 0% per year

`;

const SWITCHED_OFF = `# MORE, WHEN YOU NEED IT. All that follows is switched off by the "# " in front of each line; take it away to switch a
# part on. A labour market needs pools that recruit from it: switch on their lines \`market: entry-level\` above, too.
#
# # Recruits available in a year, shared by the pools that name the market: as many as they recruit today, in step with
# # the people of working age. Or a number: capacity: 900.
# labourMarkets:
#   entry-level: { title: Jobs without a qualification, capacity: base-year, follows: { population: "16-64" } }
#
# # Courses: how many start in which year (the last number continues), in which month, where they come from, how long it
# # takes, how many of them finish, and where those take a post. People from a pool leave it at the start.
# pipelines:
#   nursing-associates:
#     title: Nursing associate apprenticeship
#     intake: { value: { 2025: 20, 2027: 30 }, kind: lever, note: "EXAMPLE, replace" }
#     month: 9
#     entrants: { community: 60%, home-care: 40% }
#     ages: { "18-24": 50%, "25-45": 50% }
#     lasts: 2 years
#     completion: { value: 75%, kind: assumption, note: "EXAMPLE, replace" }
#     joins: { hospital: 90% }
#     worksWhileTraining: { pool: hospital, fte: 0.5 }
#     cost: { perLearner: 15000, unit: GBP, priceYear: 2024 }
#
# # What people cost, in pounds: a year of one full-time post, one person leaving, one recruit.
# costs:
#   pay: { value: 26000, unit: GBP, priceYear: 2024, note: "EXAMPLE, replace" }
#   leaver: { value: 3000, unit: GBP, priceYear: 2024, note: "EXAMPLE, replace" }
#   recruit: { value: 1200, unit: GBP, priceYear: 2024, note: "EXAMPLE, replace" }
`;

/** A system file with example numbers that runs as it is; every number in it says that it has to be replaced. */
export const systemText = (scaffold: Scaffold): string =>
  head(scaffold) + CALENDAR_AND_PEOPLE + POOLS + MOVES_AND_DEMAND + SWITCHED_OFF;

const head = ({ id, place, schemaLine }: Scaffold): string => `${schemaLine("system")}

# Staff of the health and care employers of a place, and what happens to them if nothing changes.
# EVERY NUMBER HERE IS AN EXAMPLE. Replace each one by a figure of your own and say where it comes from:
#
#   headcount: { value: 14500, source: our-survey, at: Table 2, quality: high }
#
# A number with a source is a fact. A number without one is an assumption and is listed as one in assumptions.csv.
# Percentages are written with their sign, and a growth with its unit: 34%, 0.4% per year.
cadre: 1
id: ${id}
title: ${JSON.stringify(`Health and care staff of ${place}`)}
place: ${JSON.stringify(place)}

`;

/** Statements about the scaffold, of the kinds an expert would make about the real place. */
export function checksText({ schemaLine }: Scaffold): string {
  return `${schemaLine("checks")}

# What an expert would say of this place, in words, and what must hold for it to be true. A check that fails says that
# the system or the statement is wrong. These belong to the example numbers: replace them as you replace those.
cadre: 1
system: ./system.yaml
checks:
  - id: all-staff
    says: 3,200 people work in health and care here.
    measure: headcount
    year: 2024
    near: 3200
    within: 0.5

  - id: home-care-over-50
    says: 36% of home care staff are 50 or over.
    measure: headcount
    where: { pool: home-care, age: "50-75" }
    per: { measure: headcount, where: { pool: home-care } }
    year: 2024
    near: 36%
    within: 0.1%

  - id: home-care-leaving
    says: 30% of home care posts are left in a year, retirements included. (People who move on to the hospital are in it too.)
    measure: leavers
    where: { pool: home-care }
    per: { measure: personYears, where: { pool: home-care } }
    year: 2025
    near: 30%
    within: 1%

  - id: demand-grows
    says: More people over 75 need more care, at least a fifth more posts by 2035.
    measure: demand
    where: { pool: home-care }
    per: { measure: demand, where: { pool: home-care }, year: 2024 }
    year: 2035
    atLeast: 120%
`;
}
