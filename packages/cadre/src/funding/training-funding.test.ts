import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coursePayments } from "./course-payments.ts";
import { england } from "./england.test-data.ts";
import { employerShare, trainingFunding } from "./training-funding.ts";

describe("who pays for a course", () => {
  it.each([
    ["nurse", 27000, 1350],
    ["nursing associate", 15000, 750],
    ["assistant practitioner", 12000, 600],
  ])("the employer's 5%% for a %s is as the toolkit says", (_, cost, employer) => {
    const funding = trainingFunding({ date: "2019-09-01", age: 24, employerSize: 80, cost }, england);
    expect(funding).toEqual({ levy: 0, government: cost - employer, employer });
  });

  it("an apprentice who starts before April 2019 costs the employer 10%, from then 5%", () => {
    const learner = { age: 24, employerSize: 80, cost: 1000 };
    expect(trainingFunding({ ...learner, date: "2019-03-31" }, england).employer).toBe(100);
    expect(trainingFunding({ ...learner, date: "2019-04-01" }, england).employer).toBe(50);
    expect(() => trainingFunding({ ...learner, date: "2016-09-01" }, england)).toThrow(/does not reach back/);
  });

  it.each([
    [16, 49, false, 0],
    [18, 49, false, 0],
    [19, 49, false, 0.05],
    [18, 50, false, 0.05],
    [19, 49, true, 0],
    [24, 49, true, 0],
    [25, 49, true, 0.05],
    [24, 50, true, 0.05],
  ])("aged %i at an employer of %i, plan %s: share %d", (age, employerSize, plan, share) => {
    expect(employerShare({ date: "2019-09", age, employerSize, plan }, england)).toBe(share);
  });

  it("levy funds come first, and all of the cost is paid by somebody", () => {
    const learner = { date: "2019-09", age: 24, employerSize: 80, cost: 27000 };
    expect(trainingFunding({ ...learner, funds: 20000 }, england)).toEqual({
      levy: 20000,
      government: 6650,
      employer: 350,
    });
    expect(trainingFunding({ ...learner, funds: 90000 }, england)).toEqual({ levy: 27000, government: 0, employer: 0 });
    fc.assert(
      fc.property(
        fc.record({
          cost: fc.double({ min: 0, max: 1e5, noNaN: true }),
          funds: fc.double({ min: 0, max: 1e5, noNaN: true }),
          age: fc.integer({ min: 16, max: 60 }),
          employerSize: fc.integer({ min: 1, max: 300 }),
        }),
        (made) => {
          const { levy, government, employer } = trainingFunding({ ...made, date: "2020-01" }, england);
          expect(levy + government + employer).toBeCloseTo(made.cost, 6);
          expect(Math.min(levy, government, employer)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it.each([
    { cost: -1 },
    { cost: Number.NaN },
    { cost: Number.POSITIVE_INFINITY },
    { funds: -1 },
    { date: "September" },
  ])("refuses %j", (fault) => {
    const learner = { date: "2019-09", age: 24, employerSize: 80, cost: 27000, ...fault };
    expect(() => trainingFunding(learner, england)).toThrow(/to do:/);
  });
});

describe("when a course is paid for", () => {
  const course = { start: "2019-09", months: 4, cost: 1000 };

  it("evenly, with a fifth held back to the end", () => {
    expect(coursePayments(course, england)).toEqual([
      { month: "2019-09", cost: 200, employerShare: 0.05 },
      { month: "2019-10", cost: 200, employerShare: 0.05 },
      { month: "2019-11", cost: 200, employerShare: 0.05 },
      { month: "2019-12", cost: 400, employerShare: 0.05 },
    ]);
  });

  it("by those still in training, and at the end by those who finish", () => {
    const group = { ...course, inTraining: [10, 9, 8, 7], finishers: 6 };
    expect(coursePayments(group, england).map(({ cost }) => cost)).toEqual([2000, 1800, 1600, 1400 + 1200]);
  });

  it("under the rules of the start, however long it lasts", () => {
    const shares = coursePayments({ start: "2019-01", months: 12, cost: 1000 }, england).map((p) => p.employerShare);
    expect(new Set(shares)).toEqual(new Set([0.1]));
  });

  it("in full for everybody who stays to the end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 72 }), fc.double({ min: 0, max: 30000, noNaN: true }), (months, cost) => {
        const paid = coursePayments({ ...course, months, cost }, england).reduce((sum, p) => sum + p.cost, 0);
        expect(paid).toBeCloseTo(cost, 6);
      }),
    );
  });

  it.each([
    { months: 0 },
    { months: 1.5 },
    { cost: -5 },
    { start: "2019-9" },
    { inTraining: [1, 1, 1, 1] },
    { inTraining: [1, 1, 1], finishers: 1 },
    { inTraining: [1, 1, 1, -1], finishers: 1 },
    { finishers: Number.NaN },
    { employerShare: 5 },
  ])("refuses %j", (fault) => {
    expect(() => coursePayments({ ...course, ...fault }, england)).toThrow(/to do:/);
  });
});
