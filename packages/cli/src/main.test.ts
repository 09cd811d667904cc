import { execFile, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "./main.ts";
import { onOneLine, plainTerminal } from "./terminal.ts";
import { cadre, folderWith, TOWN } from "./town.test-data.ts";

const built = fileURLToPath(new URL("../built.js", import.meta.url));

function spawned(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const args = [built, "cadre", ...words];
  return new Promise((done) => {
    execFile(process.execPath, args, (error, out, err) => done({ code: Number(error?.code ?? 0), out, err }));
  });
}

describe("the command line", () => {
  it("says its version and its commands", async () => {
    expect((await cadre("--version")).out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    const { exitCode, out } = await cadre("--help");
    expect(exitCode).toBe(0);
    for (const name of ["run", "check", "explain", "new", "schema"]) expect(out).toContain(`  ${name} `);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    [["rum"], "Did you mean run"],
    [["run", "system.yaml"], "--out"],
    [["run", "system.yaml", "--out"], "argument missing"],
    [["run", "system.yaml", "--out", "x", "--fast"], "--fast"],
    [["check"], "missing required argument"],
    [["explain", "system.yaml", "gap", "--year", "soon"], "four digits"],
    [[], "Usage"],
  ])("ends %j with 2 and says what is wrong", async (words, said) => {
    const { exitCode, out, err } = await cadre(...words);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err).toContain(said);
  });

  it("passes its exit code and its two streams on to the shell", async () => {
    const folder = folderWith({ "system.yaml": TOWN.replace("id: town", "id: Town!") });
    const bad = await spawned("run", join(folder, "system.yaml"), "--out", join(folder, "out"));
    expect({ code: bad.code, out: bad.out }).toEqual({ code: 2, out: "" });
    expect(bad.err).toContain("system.yaml:2:5");
    expect(bad.err).not.toContain("    at ");
  });

  it("says what takes so long where somebody watches, and clears it", async () => {
    const folder = folderWith({ "system.yaml": TOWN });
    const said: string[] = [];
    const watched = { out: () => {}, err: () => {}, progress: (text: string) => void said.push(text) };
    await main(["run", join(folder, "system.yaml"), "--out", join(folder, "out"), "--no-charts"], watched);
    expect(said[0]).toMatch(/each of \d+ inputs/);
    expect(said.at(-1)).toBe("");
  });

  it("keeps progress on one line of a narrow screen, with the cursor below it for the prompt", () => {
    let screen = "";
    const write = (text: string) => {
      screen += text;
    };
    const progress = onOneLine({ columns: 30, write });
    progress("Drawing what is not known exactly: 25 of 1000 …");
    expect(screen).toBe("Drawing what is not…of 1000 …\n");
    progress("Drawing …");
    progress("");
    progress("");
    const up = "\u001b[A\r\u001b[K";
    expect(screen).toBe(`Drawing what is not…of 1000 …\n${up}Drawing …\n${up}`);
  });

  it.runIf(existsSync("/dev/full"))("says in a sentence that a full disk took no words", () => {
    const full = openSync("/dev/full", "w");
    const args = [built, "cadre", "--version"];
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", full, "pipe"], encoding: "utf8" });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringMatching(/could not be written: ENOSPC.*\n$/),
    });
    expect(stderr).not.toContain("    at ");
  });

  it("prints no control characters that a file's title may hold", () => {
    let said = "";
    const keep = (text: string) => {
      said += text;
    };
    plainTerminal({ out: keep, err: keep }).out("a\u001b[31mb\u0007c\u009b2Jd\te\nf");
    expect(said).toBe("a[31mbc2Jd\te\nf");
  });
});
