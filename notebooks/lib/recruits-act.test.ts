import type { System } from "cadre";
import { expect, it } from "vitest";
import { recruitsAct } from "./recruits-act.ts";

type Pool = System["pools"][string];
const pool = (title: string, mode: Pool["recruitment"]["mode"]) => ({ title, recruitment: { mode } }) as Pool;
const pools = { homes: pool("Homes", "fill"), nurses: pool("Nurses", "replace"), trainees: pool("Trainees", "fixed") };
const recruits = { parameter: "recruitment.recruits" } as const;

it("says that a slider of recruits cannot act where all posts are filled, and why", () => {
  expect(recruitsAct({ pools: { homes: pools.homes } }, recruits).idle).toBe(
    "This slider cannot change anything: “Homes” recruit whatever their posts need (mode: fill).",
  );
  const own = recruitsAct({ pools }, { ...recruits, isFor: (_, id) => id === "homes" });
  expect(own.idle).toContain("“Homes”");
});

it("names those whom it leaves as they are where it acts on some, and says nothing where it acts on all", () => {
  expect(recruitsAct({ pools }, recruits)).toEqual({
    note: "It does not act on all: “Homes” recruit whatever their posts need (mode: fill).",
  });
  expect(recruitsAct({ pools }, { parameter: "recruitment.effort" }).note).toContain("“Trainees” have fixed recruits");
  expect(recruitsAct({ pools: { nurses: pools.nurses } }, recruits)).toEqual({});
});
