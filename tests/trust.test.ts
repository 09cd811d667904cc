import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Backtest, backtest, backtestRates, howTested, RATE_SPREADS } from "../packages/cadre/src/backtest.ts";
import { readSeries, readSystem } from "../packages/cadre/src/node.ts";

/** What places and README say of how far to trust them is what the backtests find now. */
const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const textOf = (name: string): string => readFileSync(path(name), "utf8").replace(/\s+/g, " ");
const PLACES = ["cumbria", "leicester-leicestershire-rutland", "north-west-academies", "nottinghamshire", "somerset"];

/** The areas of each place whose turnover was counted year after year. */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  cumbria: ["Cumbria"],
  "leicester-leicestershire-rutland": ["Leicester", "Leicestershire", "Rutland"],
  "north-west-academies": [],
  nottinghamshire: ["Nottinghamshire"],
  somerset: ["Somerset"],
};

describe("the five places", () => {
  let scores: Backtest["scores"] = [];
  const of = (pool: string) => scores.find((one) => one.pool === pool && one.horizon === 1)!;
  beforeAll(async () => {
    const series = await readSeries(path("data/series/care-turnover-by-area.csv"));
    scores = backtestRates(series, { horizons: [1], reference: "england-authorities" }).scores;
  });

  test.each(PLACES)("%s", async (place) => {
    const { tested } = await readSystem(path(`scenarios/${place}/system.yaml`));
    const areas = AREAS[place]!;
    expect(tested.map(({ what }) => what.split(",")[0])).toEqual([
      "leaving rates of adult social care in seven areas",
      ...areas.map((area) => `leaving rates of adult social care in ${area}`),
      // packages/cadre/src/backtest/people-2013.test.ts works it out.
      "people by age in five places of England",
    ]);
    ["every", ...areas.map((area) => area.toLowerCase())].forEach((pool, i) => {
      const { calibration, skill, coverage80, pairs } = of(pool);
      const one = tested[i]!;
      expect({ ...one, what: "", coverage: one.coverage!.value, skill: one.skill!.value }).toEqual({
        what: "",
        calibration,
        coverage: expect.closeTo(coverage80!, 2),
        skill: expect.closeTo(skill.persistence!, 2),
        pairs,
      });
    });
    expect(textOf(`scenarios/${place}/README.md`)).toContain(howTested({ tested }));
  });

  test("README", () => {
    const percent = (share: number) => `${Math.round(100 * share)}%`;
    const text = textOf("README.md");
    expect(text).toContain(`the errors of a fitted rate were ${percent(of("every").skill.persistence!)} smaller than`);
    expect(text).toContain(`${percent(of("every").coverage80!)} of the later figures lay in the 80% interval`);
  });
});

test("England", async () => {
  const open = async (name: string) => ({
    system: await readSystem(path(`scenarios/england/${name}/system.yaml`)),
    series: await readSeries(path(`scenarios/england/${name}/series.csv`)),
  });
  const [nurses, care] = await Promise.all([open("nurses-2012"), open("care-2012")]);
  const scoreOf = ({ scores }: Backtest, measure: string) =>
    scores.find((one) => one.measure === measure && one.horizon === "all")!;
  const scores = [
    scoreOf(
      await backtest(nurses.system, nurses.series, {
        ...{ origins: [2012], horizons: [1, 2, 3, 4, 5, 6], draws: 300 },
        spread: RATE_SPREADS.leavingOfCountry,
      }),
      "leavers",
    ),
    scoreOf(
      await backtest(care.system, care.series, { horizons: [2, 4, 6], draws: 2, hold: ["population"] }),
      "demand",
    ),
  ];
  const { tested } = await readSystem(path("scenarios/england/system.yaml"));
  // backtest-england.test.ts works out the scores of vacancies and staff, people-2013.test.ts that of people by age.
  expect(tested.slice(scores.length).map(({ what }) => what.split(",")[0])).toEqual([
    "vacancy rate of adult social care",
    "staff of adult social care and NHS nurses",
    "people by age in five places of England",
  ]);
  scores.forEach(({ calibration, pairs, skill, coverage80 }, i) => {
    expect(tested[i]).toMatchObject({ calibration, pairs });
    expect(tested[i]!.skill!.value).toBeCloseTo(skill.persistence!, 2);
    if (tested[i]!.coverage) expect(tested[i]!.coverage!.value).toBeCloseTo(coverage80!, 2);
  });
  expect(textOf("scenarios/england/README.md")).toContain(howTested({ tested }));
});

test("a system that names no backtest says that it is not tested", () => {
  expect(howTested({ tested: [] })).toContain("not tested");
});
