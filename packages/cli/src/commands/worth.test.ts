import { join } from "node:path";
import { expect, it } from "vitest";
import { cadre, folderWith, TOWN } from "../town.test-data.ts";

const scenario = (id: string, more: string) => `cadre: 1\nid: ${id}\ntitle: The ${id}\nsystem: ./system.yaml\n${more}`;
const FEWER = "assumptions: [ { parameter: recruitment.effort, multiply: 0.5 } ]\n";
const place = join(
  folderWith({
    "town/system.yaml": `${TOWN}costs: { pay: 30000 }\n`,
    "town/fewer.yaml": scenario("fewer", `kind: risk\n${FEWER}`),
    "town/size.yaml": scenario("size", FEWER),
    "town/keep.yaml": scenario(
      "keep",
      "interventions: [ { id: k, title: K, changes: [ { parameter: leaving.rate, multiply: { p10: 0.7, p90: 0.9 } } ] } ]\n",
    ),
  }),
  "town",
);

it("offers plans alone, prefers no shortage for the pay it saves, and says what it leaves out", async () => {
  const { out, exitCode } = await cadre("worth", place, "--shortage", "1000", "--draws", "5");
  expect(exitCode).toBe(0);
  expect(out).toMatch(/\n\s*If nothing changes +£[\d,]+ +£0 +£[\d,]+\n\s*The keep +£/);
  expect(out).toContain("“The keep” loses least");
  expect(out.replaceAll("\n", " ")).toContain(
    "Not offered, because they are not plans: “The fewer” (risk), “The size” (what-if).",
  );
  expect(out.replaceAll("\n", " ")).toContain("not free: “The keep”: K.");
  const named = await cadre("worth", place, "fewer", "--shortage", "1000", "--draws", "5");
  expect(named.exitCode).toBe(2);
  expect(named.err).toContain("is a risk, which nobody chooses");
  const future = await cadre("worth", place, "size", "--shortage", "1000", "--draws", "5");
  expect(future).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('"The size" assumes something and does nothing'),
  });
  const told = await cadre("worth", place, "--shortage", "1000", "--draws", "5", "--json");
  expect(JSON.parse(told.out)).toMatchObject({
    unpriced: [{ id: "keep", actions: ["K"] }],
    notOffered: [{ id: "fewer", kind: "risk" }, { id: "size" }],
    warnings: [],
  });
});
