import { expect, test } from "vitest";
import { englandText } from "../funding/england.test-data.ts";
import { run } from "../projection/run.ts";
import { errorOf, type Part, still, town } from "../system/town.test-data.ts";
import { levyOf } from "./levy.ts";

const files = { "data/funding/england.yaml": englandText };
const course = (more: Part = {}): Part => ({
  title: "Course",
  intake: { 2019: 10, 2020: 0 },
  month: 4,
  lasts: "1 year",
  completion: 1,
  joins: { ward: 1 },
  cost: { perLearner: 1_200 },
  ...more,
});

/** A ward whose employers pay £6m a year: £2,500 of levy a month less £1,250, and a tenth on top, £1,375 in all. */
const account = (funding: Part = {}, pipelines: Part = { course: course() }, until = "2021-03-31") =>
  levyOf(
    run(
      town(
        { ward: still() },
        {
          calendar: { base: "2019-03-31", until },
          pipelines,
          funding: { rules: "england", payBill: 6_000_000, ...funding },
        },
        { files },
      ),
    ),
  ) ?? [];

test("a year's account, worked by hand", () => {
  const months = account();
  expect(months).toHaveLength(24);
  expect(months[0]).toMatchObject({ month: "2019-04", opening: 0, expired: 0, transferredOut: 0 });
  expect(months[0]!.levyPaid).toBeCloseTo(1_250, 9);
  expect(months[0]!.topUp).toBeCloseTo(125, 9);
  // Ten learners at £1,200, of which a fifth falls due at the end: £800 a month, and £2,400 more in March.
  expect(months[0]!.spent).toBeCloseTo(800, 9);
  expect(months[10]!.balance).toBeCloseTo(11 * 575, 6);
  expect(months[11]).toMatchObject({ month: "2020-03" });
  expect(months[11]!.spent).toBeCloseTo(3_200, 6);
  expect(months[11]!.balance).toBeCloseTo(4_500, 6);
  expect(months[12]!.spent).toBe(0);
});

test("what the account cannot pay, government and employers share by the rule of the start", () => {
  // Under an allowance that eats the levy there is no account: 5% from April 2019, or the share the file gives.
  const first = account({ payBill: 2_000_000 })[0]!;
  expect([first.levyPaid, first.spent]).toEqual([0, 0]);
  expect(first.coInvestment).toBeCloseTo(40, 9);
  expect(first.government).toBeCloseTo(760, 9);
  const given = course({ cost: { perLearner: 1_200, employerShare: "25%" } });
  expect(account({ payBill: 2_000_000 }, { course: given })[0]!.coInvestment).toBeCloseTo(200, 9);
});

test("a course that began before the base date is paid for from then on, and early leavers cost nothing more", () => {
  // From October 2018 over a year, half staying: six months are paid for, and the held-back fifth for those who finish.
  const began = course({ intake: { 2018: 10, 2019: 0 }, month: 10, completion: "25%" });
  const months = account({}, { course: began });
  const learners = 10 * 0.25 ** (6 / 12);
  expect(months[0]!.training).toBeCloseTo((learners * 1_200 * 0.8) / 12, 9);
  expect(months[5]!.training).toBeCloseTo((10 * 0.25 ** (11 / 12) * 1_200 * 0.8) / 12 + 2.5 * 240, 9);
  expect(months[6]!.training).toBe(0);
});

test("only the pipelines it pays for are paid for, and those without a cost cost nothing", () => {
  const pipelines = {
    course: course(),
    other: course({ cost: { perLearner: 600 } }),
    free: course({ cost: undefined }),
  };
  expect(account({}, pipelines)[0]!.training).toBeCloseTo(1_200, 9);
  expect(account({ pays: ["other"] }, pipelines)[0]!.training).toBeCloseTo(400, 9);
  expect(account({ pays: ["free"] }, pipelines)[0]!.training).toBe(0);
});

test("the pay bill grows by the year, and a share of last year's funds is passed on", () => {
  const months = account({ payBillGrowth: "10% per year", fundsYearBefore: 12_000, transfer: "20%" });
  expect(months[12]!.levyPaid).toBeCloseTo(550_000 * 0.005 - 1_250, 6);
  expect(months[0]!.transferredOut).toBeCloseTo((0.2 * 12_000) / 12, 9);
  // The second tax year passes on a fifth of what entered in the first.
  expect(months[12]!.transferredOut).toBeCloseTo((0.2 * 12 * 1_375) / 12, 6);
});

test("every pound is accounted for in every month, and funds expire after two years", () => {
  const months = account({}, { course: course({ intake: { 2019: 4 } }) }, "2024-03-31");
  months.forEach((month, i) => {
    const { opening, levyPaid, topUp, transferredIn, transferredOut, spent, expired, balance } = month;
    expect(opening).toBeCloseTo(i === 0 ? 0 : months[i - 1]!.balance, 6);
    expect(opening + levyPaid + topUp + transferredIn - transferredOut - spent - expired).toBeCloseTo(balance, 6);
    expect(month.spent + month.coInvestment + month.government).toBeCloseTo(month.training, 6);
    expect(balance).toBeGreaterThanOrEqual(0);
  });
  expect(months[22]!.expired).toBe(0);
  expect(months.slice(24).some(({ expired }) => expired > 0)).toBe(true);
});

test("a system without funding has no account; rules that are not there are an error", () => {
  expect(levyOf(run(town({ ward: still() })))).toBeUndefined();
  const found = errorOf(() => account({ rules: "scotland" }));
  expect(found).toMatchObject({ code: "missing-file", value: "scotland" });
});

test("what the account rests on stands in the assumptions log", () => {
  const system = town(
    { ward: still() },
    { pipelines: { course: course() }, funding: { rules: "england", payBill: 6_000_000, transfer: "20%" } },
    { files },
  );
  const log = run(system).assumptions.map(({ parameter, value }) => [parameter, value]);
  expect(log).toContainEqual(["funding.payBill", 6_000_000]);
  expect(log).toContainEqual(["funding.transfer", 0.2]);
});
