import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "./main.ts";

/** A system of two pools that every test can change in one place. */
export const TOWN = `cadre: 1
id: town
title: Town
place: Town
calendar: { base: 2019-03-31, until: 2022-03-31 }
axes: { age: [16, 75], tenure: 2, sex: [female, male] }
sources:
  survey: { title: The survey, published: 2019 }
population:
  people:
    2018: { "0-15": 1000, "16-64": 3000, "65+": 1000 }
    2022: { "0-15": 1000, "16-64": 2900, "65+": 1100 }
pools:
  care:
    title: Care
    employer: A provider
    sector: social-care
    headcount: { value: 100, source: survey }
    ages: { "16-29": 20%, "30-49": 50%, "50-75": 30% }
    sex: { female: 80%, male: 20% }
    vacancyRate: 5%
    leaving: { rate: 20%, kind: leavers-per-average-headcount, scope: employer, includes: [retirement] }
    retirement: { "60-64": 10%, "65+": 30% }
  hospital:
    title: Hospital
    employer: Trust
    sector: health
    headcount: 200
    ages: { "16-29": 20%, "30-49": 50%, "50-75": 30% }
    sex: { female: 75%, male: 25% }
    leaving: { rate: 10%, kind: leavers-per-average-headcount, scope: employer }
demand:
  care: { drivers: [ { population: { "65+": 100% } } ], growthPerHead: 1% per year }
`;

/** A folder of its own with the given files, removed after all tests. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "cadre-cli-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Every file below a folder, by its path from there. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What a run has made in a folder, without the copies of what it has read. */
export const madeIn = (folder: string): string[] => filesBelow(folder).filter((name) => !name.startsWith("inputs/"));

/** Runs a command line in this process: its exit code and what it printed. */
export async function cadre(...words: string[]): Promise<{ exitCode: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const exitCode = await main(words, {
    out: (text) => {
      out += `${text}\n`;
    },
    err: (text) => {
      err += `${text}\n`;
    },
  });
  return { exitCode, out, err };
}
