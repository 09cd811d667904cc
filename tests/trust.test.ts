import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Backtest, backtest, backtestRates, howTested, RATE_SPREADS } from "../packages/cadre/src/backtest.ts";
import { readSeries, readSystem } from "../packages/cadre/src/node.ts";

/** What places and README say of how far to trust them is what the backtests find now. */
const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const textOf = (name: string): string => readFileSync(path(name), "utf8").replace(/\s+/g, " ");
const PLACES = ["cumbria", "leicester-leicestershire-rutland", "north-west-academies", "nottinghamshire", "somerset"];

describe("the five places", () => {
  const found = { calibration: "", skill: 0, coverage80: 0, pairs: 0 };
  beforeAll(async () => {
    const series = await readSeries(path("data/series/care-turnover-by-area.csv"));
    const { scores } = backtestRates(series, { horizons: [1], reference: "england-authorities" });
    const { calibration, skill, coverage80, pairs } = scores.find(
      ({ pool, horizon }) => pool === "every" && horizon === 1,
    )!;
    Object.assign(found, { calibration, skill: skill.persistence, coverage80, pairs });
  });

  test.each(PLACES)("%s", async (place) => {
    const { tested } = await readSystem(path(`scenarios/${place}/system.yaml`));
    expect(tested).toHaveLength(1);
    const [one] = tested;
    expect({ ...one, what: "", skill: one!.skill!.value }).toEqual({
      what: "",
      calibration: found.calibration,
      skill: expect.closeTo(found.skill, 2),
      pairs: found.pairs,
    });
    expect(textOf(`scenarios/${place}/README.md`)).toContain(howTested({ tested }));
  });

  test("README", () => {
    const percent = (share: number) => `${Math.round(100 * share)}%`;
    const text = textOf("README.md");
    expect(text).toContain(`fitted rates were ${percent(found.skill)} closer to next year's figure`);
    expect(text).toContain(`${percent(found.coverage80)} of figures lay in the 80% interval`);
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
  expect(tested.map(({ calibration, pairs }) => ({ calibration, pairs }))).toEqual(
    scores.map(({ calibration, pairs }) => ({ calibration, pairs })),
  );
  tested.forEach(({ skill }, i) => expect(skill!.value).toBeCloseTo(scores[i]!.skill.persistence!, 2));
  expect(textOf("scenarios/england/README.md")).toContain(howTested({ tested }));
});

test("a system that names no backtest says that it is not tested", () => {
  expect(howTested({ tested: [] })).toContain("not tested");
});
