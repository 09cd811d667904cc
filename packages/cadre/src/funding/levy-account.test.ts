import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { england as rules } from "./england.test-data.ts";
import { type LevyAccountInput, levyAccount } from "./levy-account.ts";
import { monthText } from "./month.ts";

/** £350,000 a month: a levy of 1,750 less the allowance of 1,250 is 500, and the top-up of 50 makes 550 a month. */
const small = { rules, start: "2019-04", months: 36, payBill: { perYear: 4_200_000 } };
const column = (input: LevyAccountInput, name: "balance" | "expired" | "spent" | "transferredOut" | "levyPaid") =>
  levyAccount(input).map((row) => Number(row[name].toFixed(6)));

describe("a levy account worked out by hand", () => {
  it("takes half a per cent of the pay bill less the allowance, and a tenth on top", () => {
    const [first, second] = levyAccount(small);
    expect(first).toEqual({
      month: "2019-04",
      opening: 0,
      levyPaid: 500,
      topUp: 50,
      transferredIn: 0,
      transferUnused: 0,
      transferredOut: 0,
      transferRefused: 0,
      training: 0,
      spent: 0,
      coInvestment: 0,
      government: 0,
      expired: 0,
      balance: 550,
    });
    expect(second).toMatchObject({ month: "2019-05", opening: 550, balance: 1100 });
  });

  it("takes nothing of a pay bill of £3m or less", () => {
    for (const perYear of [0, 1_000_000, 3_000_000])
      expect(column({ ...small, payBill: { perYear } }, "levyPaid")).toEqual(Array.from({ length: 36 }, () => 0));
    expect(levyAccount({ ...small, months: 12, payBill: { perYear: 250_000_000 } })[0]!.levyPaid).toBeCloseTo(
      (250_000_000 * 0.005 - 15_000) / 12,
      8,
    );
  });

  it("adds up pay bill and allowance over the tax year", () => {
    // 0.5% of 200,000 is 1,000, below the allowance of 1,250: the 250 left over lower the levy of May from 750 to 500.
    const perMonth = [200_000, 400_000, 400_000, 100_000, 400_000];
    expect(column({ ...small, start: "2019-04", months: 5, payBill: { perMonth } }, "levyPaid")).toEqual([
      0, 500, 750, 0, 0,
    ]);
    // A new tax year starts afresh.
    expect(
      column({ ...small, start: "2019-03", months: 2, payBill: { perMonth: [200_000, 400_000] } }, "levyPaid"),
    ).toEqual([0, 750]);
  });

  it("loses what is not spent 24 months after it came in", () => {
    const rows = levyAccount(small);
    expect(rows[23]).toMatchObject({ month: "2021-03", expired: 0 });
    expect(rows[23]!.balance).toBeCloseTo(24 * 550, 8);
    expect(rows[24]).toMatchObject({ month: "2021-04" });
    expect(rows[24]!.expired).toBeCloseTo(550, 8);
    expect(rows[35]!.balance).toBeCloseTo(24 * 550, 8);
  });

  it("spends the oldest funds first, so that they do not expire", () => {
    // 600 spent in May 2019 use up the 550 of April and 50 of those of May.
    const expired = column({ ...small, training: [{ month: "2019-05", cost: 600 }] }, "expired");
    expect(expired.slice(23, 27)).toEqual([0, 0, 500, 550]);
    // Funds may still be spent in the month at whose end they expire.
    const late = column({ ...small, training: [{ month: "2021-04", cost: 550 }] }, "expired");
    expect(late.slice(23, 26)).toEqual([0, 0, 550]);
  });

  it("shares with government what it cannot pay", () => {
    const row = levyAccount({ ...small, training: [{ month: "2019-04", cost: 1000 }] })[0]!;
    // 550 from the account; of the other 450 the employer pays 5%.
    expect(row.spent).toBeCloseTo(550, 8);
    expect(row.coInvestment).toBeCloseTo(22.5, 8);
    expect(row.government).toBeCloseTo(427.5, 8);
    const before = levyAccount({ ...small, start: "2019-03", training: [{ month: "2019-03", cost: 1000 }] })[0]!;
    expect(before.coInvestment).toBeCloseTo(45, 8);
    // An apprentice who started under the old rule stays under it; another's share is nothing: 10% and 0% of halves.
    const training = [
      { month: "2019-04", cost: 500, employerShare: 0.1 },
      { month: "2019-04", cost: 500, employerShare: 0 },
    ];
    expect(levyAccount({ ...small, training })[0]!.coInvestment).toBeCloseTo(450 * 0.05, 8);
  });

  it("has funds of its own at the start that expire in their time", () => {
    const opening = [
      { month: "2018-12", amount: 300 },
      { month: "2017-06", amount: 700 },
    ];
    const rows = levyAccount({ ...small, opening });
    expect(rows[0]!.opening).toBe(1000);
    expect(rows.map(({ expired }) => Math.round(expired)).slice(0, 22)).toEqual([
      0, 0, 700, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 300, 0,
    ]);
  });
});

describe("transfers to other employers", () => {
  it("are a share of the funds of the tax year before, up to 25% from April 2019", () => {
    const rows = levyAccount({ ...small, transfersOut: { share: 0.25 } });
    // Nothing is known of the year before the start; from April 2020 a twelfth of a quarter of 12 × 550 a month.
    expect(rows.slice(0, 12).every(({ transferredOut }) => transferredOut === 0)).toBe(true);
    for (const row of rows.slice(12)) expect(row.transferredOut).toBeCloseTo(137.5, 8);
    expect(levyAccount({ ...small, fundsOfYearBefore: 6600, transfersOut: { share: 0.25 } })[0]!.transferredOut).toBe(
      137.5,
    );
  });

  it("were up to 10% from May 2018 and none before", () => {
    const early = { ...small, start: "2017-04", transfersOut: [{ month: "2018-06", amount: 5000 }] };
    const row = levyAccount(early)[14]!;
    expect(row).toMatchObject({ month: "2018-06" });
    expect(row.transferredOut).toBeCloseTo(660, 8);
    expect(row.transferRefused).toBeCloseTo(4340, 8);
    const tooEarly = { ...small, start: "2017-04", transfersOut: [{ month: "2018-04", amount: 100 }] };
    expect(levyAccount(tooEarly)[12]).toMatchObject({ month: "2018-04", transferredOut: 0, transferRefused: 100 });
  });

  it("beyond the limit are refused and shown", () => {
    const transfersOut = [
      { month: "2020-04", amount: 1000 },
      { month: "2020-09", amount: 1000 },
      { month: "2021-05", amount: 100 },
    ];
    const rows = levyAccount({ ...small, transfersOut });
    expect(rows[12]).toMatchObject({ month: "2020-04", transferredOut: 1000, transferRefused: 0 });
    expect(rows[17]!.transferredOut).toBeCloseTo(650, 8);
    expect(rows[17]!.transferRefused).toBeCloseTo(350, 8);
    // The next tax year has a limit of its own.
    expect(rows[25]!.transferredOut).toBe(100);
    const half = levyAccount({ ...small, fundsOfYearBefore: 6600, transfersOut: { share: 0.5 } }).slice(0, 12);
    expect(half.reduce((sum, row) => sum + row.transferredOut, 0)).toBeCloseTo(1650, 8);
    expect(half.reduce((sum, row) => sum + row.transferRefused, 0)).toBeCloseTo(1650, 8);
  });

  it("received pay for training first, and only for training", () => {
    const transfersIn = [{ month: "2019-04", amount: 800 }];
    const nobody = { ...small, payBill: { perYear: 0 } };
    const [row] = levyAccount({ ...nobody, transfersIn, training: [{ month: "2019-04", cost: 600 }] });
    expect(row).toMatchObject({ transferredIn: 600, transferUnused: 200, spent: 600, coInvestment: 0, balance: 0 });
    const [more] = levyAccount({ ...small, transfersIn, training: [{ month: "2019-04", cost: 1000 }] });
    expect(more).toMatchObject({ transferredIn: 800, spent: 1000, coInvestment: 0 });
    expect(more?.balance).toBeCloseTo(350, 8);
  });
});

describe("any levy account", () => {
  const amount = fc.double({ min: 0, max: 200_000, noNaN: true });
  const month = fc.integer({ min: 2018 * 12, max: 2024 * 12 }).map(monthText);
  const amounts = fc.array(fc.record({ month, amount }), { maxLength: 12 });
  const input: fc.Arbitrary<LevyAccountInput> = fc
    .record({
      payBill: fc.array(fc.double({ min: 0, max: 3e7, noNaN: true }), { minLength: 1, maxLength: 60 }),
      start: fc.integer({ min: 2018 * 12, max: 2020 * 12 }).map(monthText),
      training: fc.array(
        fc.record(
          { month, cost: amount, employerShare: fc.double({ min: 0, max: 1, noNaN: true }) },
          { requiredKeys: ["month", "cost"] },
        ),
        { maxLength: 40 },
      ),
      transfersIn: amounts,
      transfersOut: fc.oneof(amounts, fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) })),
      opening: fc.array(fc.record({ month: fc.constantFrom("2016-11", "2017-01", "2017-12"), amount }), {
        maxLength: 3,
      }),
      fundsOfYearBefore: amount,
    })
    .map(({ payBill, ...rest }) => ({ ...rest, rules, months: payBill.length, payBill: { perMonth: payBill } }));

  it("accounts for every pound in every month, and never goes below zero", () => {
    fc.assert(
      fc.property(input, (made) => {
        let before: number | undefined;
        for (const row of levyAccount(made)) {
          if (before !== undefined) expect(row.opening).toBe(before);
          const inflow = row.levyPaid + row.topUp + row.transferredIn;
          const outflow = row.transferredOut + row.spent + row.expired;
          expect(Math.abs(row.opening + inflow - outflow - row.balance)).toBeLessThan(
            1e-9 * (1e6 + row.opening + inflow),
          );
          expect(Math.abs(row.spent + row.coInvestment + row.government - row.training)).toBeLessThan(1e-6);
          const { month: _, ...money } = row;
          for (const [name, value] of Object.entries(money)) expect(value, name).toBeGreaterThanOrEqual(-1e-9);
          before = row.balance;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never expires more by spending more, nor leaves the employer more to pay with a larger pay bill", () => {
    fc.assert(
      fc.property(input, fc.double({ min: 0, max: 50_000, noNaN: true }), (made, cost) => {
        const sum = (rows: ReturnType<typeof levyAccount>, name: "expired" | "coInvestment") =>
          rows.reduce((total, row) => total + row[name], 0);
        const plain = levyAccount({ ...made, transfersOut: [] });
        const more = levyAccount({
          ...made,
          transfersOut: [],
          training: [...(made.training ?? []), { month: made.start, cost, employerShare: 0.05 }],
        });
        expect(sum(more, "expired")).toBeLessThanOrEqual(sum(plain, "expired") + 1e-6);
        const { perMonth } = made.payBill as { perMonth: readonly number[] };
        const flat = {
          ...made,
          transfersOut: [],
          training: made.training?.map((t) => ({ ...t, employerShare: 0.05 })),
        };
        const richer = levyAccount({ ...flat, payBill: { perMonth: perMonth.map((pay) => pay * 1.5) } });
        expect(sum(richer, "coInvestment")).toBeLessThanOrEqual(sum(levyAccount(flat), "coInvestment") + 1e-6);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    { start: "April 2019" },
    { start: "2016-04" },
    { months: 0 },
    { months: 2.5 },
    { payBill: { perYear: -1 } },
    { payBill: { perYear: Number.NaN } },
    { payBill: { perMonth: [1, 2, 3] } },
    { training: [{ month: "2019", cost: 1 }] },
    { training: [{ month: "2019-05", cost: -1 }] },
    { training: [{ month: "2019-05", cost: 1, employerShare: 5 }] },
    { transfersOut: { share: 25 } },
    { transfersOut: [{ month: "2019-05", amount: -1 }] },
    { transfersIn: [{ month: "x", amount: 1 }] },
    { opening: [{ month: "2019-04", amount: 1 }] },
    { opening: [{ month: "2019-03", amount: -1 }] },
    { fundsOfYearBefore: -1 },
  ])("refuses %j", (fault) => {
    expect(() => levyAccount({ ...small, ...fault })).toThrow(/to do:/);
  });
});
