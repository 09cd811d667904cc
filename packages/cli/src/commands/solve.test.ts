import { expect, test } from "vitest";
import { main } from "../main.ts";

async function said(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(words, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join("\n").replace(/\s+/g, " "), err: err.join("\n") };
}

const academies = ["solve", "north-west-academies"];
const course = "pipelines.fylde-academy-course.intake, from=2019";
const fylde = ["--pool", "employer:Fylde Coast care employers"];

test("solve says what a lever has to be, in words and as JSON", async () => {
  const { code, out } = await said(...academies, "--lever", course, ...fylde, "--by", "2030");
  expect(code).toBe(0);
  expect(out).toContain("The target is met with: pipelines.fylde-academy-course.intake from 2019 set to ");
  const json = await said(...academies, "--lever", `${course}, whole`, ...fylde, "--by", "2030", "--json");
  const answer = JSON.parse(json.out) as { kind: string; levers: { value: number }[]; targets: { reached: number }[] };
  expect(answer.kind).toBe("value");
  expect(Number.isInteger(answer.levers[0]?.value)).toBe(true);
  expect(answer.targets[0]?.reached).toBeLessThanOrEqual(0);
});

test("solve says what is not needed, what cannot be met and how sure an answer is", async () => {
  const spare = await said(...academies, "--lever", course, "--pool", "leeds-academy", "--by", "2030");
  expect(spare.out).toContain("Not needed: the target is met without it.");
  const short = await said(...academies, "--lever", `${course}, set=0..200`, ...fylde, "--by", "2030");
  expect(short.out).toContain("The target cannot be met.");
  expect(short.out).toContain("is at the end of its range, 200");
  const rate = "leaving.rate, employer=Leeds care employers, from=2021, over=3, multiply=20%..100%";
  const sure = await said(
    ...academies,
    "--lever",
    rate,
    "--pool",
    "leeds-staff",
    "--target",
    "50%",
    "--of",
    "unchanged",
    "--draws",
    "20",
  );
  expect(sure.out).toMatch(
    /20 draws of what is uncertain\. Eight of ten draws need .* To make the target 50% likely: /,
  );
});

test.each([
  ["multiply=5", "is not a range"],
  ["colour=red", "is not part of a lever"],
  ["set=a..b", "is not a number"],
])("a lever with %s is no lever", async (part, words) => {
  const { code, err } = await said(...academies, "--lever", `leaving.rate, ${part}`);
  expect(code).toBe(2);
  expect(err).toContain(words);
});
