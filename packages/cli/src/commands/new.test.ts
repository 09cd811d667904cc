import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cadre, filesBelow, folderWith } from "../town.test-data.ts";

describe("cadre new", () => {
  it.each([
    ["Isle of Wight", "isle-of-wight"],
    ["Ynys Môn", "ynys-mon"],
    ['"quoted": [x] # and\nmore', "quoted-x-and-more"],
  ])("makes a system of %j that runs as it is and passes its checks", async (place, id) => {
    const folder = folderWith({});
    const made = await cadre("new", place, "--dir", folder);
    expect(made.err).toBe("");
    expect(filesBelow(folder)).toEqual([`${id}/checks.yaml`, `${id}/system.yaml`]);
    const ran = await cadre("run", join(folder, id, "system.yaml"), "--out", join(folder, "out"), "--no-charts");
    expect({ exitCode: ran.exitCode, err: ran.err }).toEqual({ exitCode: 0, err: "" });
    expect(ran.out).not.toContain("Warning");
    expect(await cadre("check", join(folder, id))).toMatchObject({ exitCode: 0, err: "" });
    const facts = readFileSync(join(folder, "out/assumptions.csv"), "utf8").split("\n");
    expect(facts.filter((line) => line.split(",")[3] === "fact")).toEqual([]);
  });

  it("has examples of more that run when they are switched on", async () => {
    const folder = folderWith({});
    await cadre("new", "Home", "--dir", folder);
    const file = join(folder, "home/system.yaml");
    const [plain = "", more = ""] = readFileSync(file, "utf8").split(/^# MORE,[\s\S]*?\n#\n/m);
    const switchedOn = `${plain.replace(/^( +)# (market: )/gm, "$1$2")}${more.replace(/^# ?/gm, "")}`;
    writeFileSync(file, switchedOn);
    const { exitCode, out, err } = await cadre("run", file, "--out", join(folder, "out"), "--no-charts");
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain("graduates (people), in the year");
    expect(out).not.toContain("Warning");
    const rows = readFileSync(join(folder, "out/results.csv"), "utf8");
    expect(Number(/^do-nothing,2035,all,cost.total,(.*)$/m.exec(rows)?.[1])).toBeGreaterThan(1e6);
    expect(await cadre("check", join(folder, "home"))).toMatchObject({ exitCode: 0, err: "" });
  });

  it("replaces nothing", async () => {
    const folder = folderWith({ "home/checks.yaml": "mine" });
    const { exitCode, err } = await cadre("new", "Home", "--dir", folder);
    expect(exitCode).toBe(2);
    expect(err).toContain("home/checks.yaml");
    expect(existsSync(join(folder, "home/system.yaml"))).toBe(false);
    expect(readFileSync(join(folder, "home/checks.yaml"), "utf8")).toBe("mine");
  });

  it("asks for an id where a name makes none, and takes no path for one", async () => {
    const folder = folderWith({});
    expect((await cadre("new", "東京", "--dir", folder)).err).toContain("--id");
    expect((await cadre("new", "Home", "--id", "../home", "--dir", folder)).exitCode).toBe(2);
    expect((await cadre("new", "東京", "--id", "tokyo", "--dir", folder)).exitCode).toBe(0);
    writeFileSync(join(folder, "file"), "");
    expect((await cadre("new", "Home", "--dir", join(folder, "file"))).exitCode).toBe(2);
    expect(filesBelow(folder)).toEqual(["file", "tokyo/checks.yaml", "tokyo/system.yaml"]);
  });
});
