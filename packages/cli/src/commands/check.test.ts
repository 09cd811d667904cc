import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cadre, folderWith, TOWN } from "../town.test-data.ts";

const check = (id: string, bound: string) => `
  - { id: ${id}, says: "We employ three hundred people", measure: headcount, year: 2019, ${bound} }`;
const CHECKS = `cadre: 1\nsystem: ./system.yaml\nchecks:${check("size", "near: 300, within: 0.5")}`;

describe("cadre check", () => {
  it("finds every checks.yaml below a folder and says what each statement came to", async () => {
    const folder = folderWith({
      "a/system.yaml": TOWN,
      "a/checks.yaml": CHECKS,
      "b/c/system.yaml": TOWN,
      "b/c/checks.yaml": CHECKS,
      "node_modules/d/checks.yaml": "not looked at",
    });
    const { exitCode, out, err } = await cadre("check", folder);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain("passed  size: 300 (expected 300 ± 0.5)");
    expect(out).toContain("We employ three hundred people");
    expect(out).toContain("2 passed, 0 failed in 2 files.");
  });

  it("ends with 1 when a check fails, and says where it stands", async () => {
    const folder = folderWith({ "system.yaml": TOWN, "checks.yaml": `${CHECKS}${check("more", "atLeast: 400")}` });
    const { exitCode, out } = await cadre("check", join(folder, "checks.yaml"), "--failed");
    expect(exitCode).toBe(1);
    expect(out).toContain("FAILED  more: 300 (expected at least 400)");
    expect(out).toMatch(/see .*checks\.yaml:5:5/);
    expect(out).not.toContain("size");
    expect(out).toContain("1 passed, 1 failed.");
  });

  it("shows people of the place and who is still in post as people read them", async () => {
    const people =
      '- { id: people, says: People, measure: people, where: { age: "16-64" }, year: 2019, near: 3000, within: 1500 }';
    const stay =
      "- { id: stay, says: New staff stay, measure: stillInPost.3, where: { pool: care }, year: 2020, atLeast: 40% }";
    const checks = `cadre: 1\nsystem: ./system.yaml\nchecks:\n  ${people}\n  ${stay}\n`;
    const { out, err } = await cadre("check", folderWith({ "system.yaml": TOWN, "checks.yaml": checks }));
    expect(err).toBe("");
    expect(out).toMatch(/passed {2}people: 2,9\d\d \(expected 3,000 ± 1,500\)/);
    expect(out).toMatch(/passed {2}stay: \d\d\.\d{3}% \(expected at least 40%\)/);
  });

  it.each([
    ["a folder without checks", { "system.yaml": TOWN }, "no checks.yaml"],
    ["a misspelt key", { "system.yaml": TOWN, "checks.yaml": CHECKS.replace("near", "naer") }, 'did you mean "near"?'],
    [
      "a check without a bound",
      { "system.yaml": TOWN, "checks.yaml": CHECKS.replace(", near: 300, within: 0.5", "") },
      "what the value has to be",
    ],
    [
      "an unknown measure",
      { "system.yaml": TOWN, "checks.yaml": CHECKS.replace("headcount", "headcuont") },
      'did you mean "headcount"?',
    ],
    ["a system that is not there", { "checks.yaml": CHECKS }, "checks.yaml:2:9: The system is not there"],
    ["a system that cannot be read", { "system.yaml": "", "checks.yaml": CHECKS }, "The file is empty"],
  ])("ends with 2 for %s", async (_, files, says) => {
    const { exitCode, err } = await cadre("check", folderWith(files as Record<string, string>));
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
  });
});
