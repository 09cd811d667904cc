import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeFolder } from "../files/write-folder.ts";
import { filesBelow, folderWith } from "../town.test-data.ts";
import { DISK, type FileSystem } from "./file-system.ts";
import { publish } from "./publish.ts";

/** Files of one run: each says which, and the record names them all. */
function filesOf(run: string, charts: readonly string[]): Map<string, string> {
  const names = ["results.csv", ...charts.map((name) => `charts/${name}.svg`), "run.json"];
  const record = JSON.stringify({ run, outputs: names });
  return new Map(names.map((name) => [name, name === "run.json" ? record : `${run} ${name}`]));
}
const OLD = filesOf("old", ["a", "b"]);
const NEW = filesOf("new", ["b", "c"]);

const replaceable = (folder: string): string[] => {
  const record = join(folder, "run.json");
  return existsSync(record) ? (JSON.parse(readFileSync(record, "utf8")) as { outputs: string[] }).outputs : [];
};
const put = (folder: string, files: ReadonlyMap<string, string>, disk: FileSystem = QUICK) =>
  publish({ folder, files, replaceable, record: "run.json" }, disk);

/** What lies in a folder, hidden work aside. */
const inside = (folder: string): Record<string, string> =>
  Object.fromEntries(
    (existsSync(folder) ? filesBelow(folder) : [])
      .filter((name) => !name.startsWith("."))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
const hidden = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(".")) : [];

/** The number of a process that has ended. */
const ENDED = spawnSync(process.execPath, ["--version"]).pid;

class Ended extends Error {}

/** The disk without waiting for it: no power is cut here. */
const QUICK: FileSystem = {
  ...DISK,
  write: (path, content) => writeFileSync(path, content, { flag: "wx" }),
  flushFolder: () => {},
};

/** A disk on which step `n` fails: once, as a bad sector would, or, after half of it, for ever, as after SIGKILL. */
function failing(n: number, how: "once" | "for ever"): { disk: FileSystem; steps: () => number } {
  let steps = 0;
  const step = (half: () => void): void => {
    steps += 1;
    if (steps < n || (how === "once" && steps > n)) return;
    if (how === "once") throw Object.assign(new Error("broken"), { code: "EIO" });
    if (steps === n) half();
    throw new Ended();
  };
  const before = <A extends readonly unknown[]>(act: (...given: A) => void, half = (..._: A) => {}) => {
    return (...given: A): void => {
      step(() => half(...given));
      act(...given);
    };
  };
  const disk: FileSystem = {
    makeFolder: before(QUICK.makeFolder),
    write: before(QUICK.write, (path, content) => QUICK.write(path, content.slice(0, 3))),
    rename: before(QUICK.rename),
    removeFolder: before(QUICK.removeFolder),
    remove: before(QUICK.remove),
    flushFolder: before(QUICK.flushFolder),
  };
  return { disk, steps: () => steps };
}

/** A folder `out` with the files of an earlier run, and a file of somebody's where asked for. */
async function outWith(mine: boolean): Promise<string> {
  const folder = folderWith({});
  await put(join(folder, "out"), OLD);
  if (mine) writeFileSync(join(folder, "out/charts/mine.svg"), "mine");
  return folder;
}
const with1 = (files: ReadonlyMap<string, string>, mine: boolean): Record<string, string> => ({
  ...Object.fromEntries(files),
  ...(mine && { "charts/mine.svg": "mine" }),
});

describe.each([
  ["a folder of its own", false],
  ["a folder with somebody's file in it", true],
])("putting files into %s", (_, mine) => {
  it("replaces an earlier run and leaves nothing else", async () => {
    const folder = await outWith(mine);
    await put(join(folder, "out"), NEW);
    expect(inside(join(folder, "out"))).toEqual(with1(NEW, mine));
    expect([...hidden(folder), ...hidden(join(folder, "out"))]).toEqual([]);
  });

  it("leaves all old or all new when any step fails, and the error says which", async () => {
    for (let n = 1; ; n++) {
      const folder = await outWith(mine);
      const { disk, steps } = failing(n, "once");
      const failed = await put(join(folder, "out"), NEW, disk).then(
        () => false,
        () => true,
      );
      expect(inside(join(folder, "out")), `step ${n}`).toEqual(with1(failed ? OLD : NEW, mine));
      await put(join(folder, "out"), NEW);
      expect([...hidden(folder), ...hidden(join(folder, "out"))], `step ${n}`).toEqual([]);
      if (steps() < n) break;
      expect(n).toBeLessThan(100);
    }
  });

  it("is never taken for a whole run when the process ends at any step, and the next run carries it through", async () => {
    for (let n = 1; ; n++) {
      const folder = await outWith(mine);
      const { disk, steps } = failing(n, "for ever");
      const ended = await put(join(folder, "out"), NEW, disk).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (ended === undefined) {
        expect(steps()).toBeLessThan(n);
        break;
      }
      const left = inside(join(folder, "out"));
      const whole = [OLD, NEW].map((files) => with1(files, mine));
      if (left["run.json"] !== undefined) expect(whole, `step ${n}`).toContainEqual(left);
      else if (!mine) expect(left, `step ${n}`).toEqual({});
      await put(join(folder, "out"), OLD);
      expect(inside(join(folder, "out")), `step ${n}`).toEqual(with1(OLD, mine));
      expect([...hidden(folder), ...hidden(join(folder, "out"))], `step ${n}`).toEqual([]);
      expect(n).toBeLessThan(100);
    }
  });
});

describe("a folder", () => {
  it("gets the files of one of two runs at once, never of both", async () => {
    for (const mine of [false, true]) {
      const folder = await outWith(mine);
      await Promise.all([put(join(folder, "out"), OLD), put(join(folder, "out"), NEW), put(join(folder, "out"), NEW)]);
      expect([with1(OLD, mine), with1(NEW, mine)]).toContainEqual(inside(join(folder, "out")));
      expect([...hidden(folder), ...hidden(join(folder, "out"))]).toEqual([]);
    }
  });

  it("is not left through a link in it", async () => {
    const folder = await outWith(true);
    const elsewhere = folderWith({ "charts/c.svg": "theirs" });
    const out = join(folder, "linked");
    mkdirSync(out);
    symlinkSync(join(elsewhere, "charts"), join(out, "charts"));
    await expect(put(out, NEW)).rejects.toThrow("linked/charts");
    expect(inside(elsewhere)).toEqual({ "charts/c.svg": "theirs" });
    expect(lstatSync(join(out, "charts")).isSymbolicLink()).toBe(true);
    expect(readdirSync(out)).toEqual(["charts"]);
  });
});

it("an empty name of a folder is an error", async () => {
  await expect(writeFolder("", NEW)).rejects.toThrow("cannot be written here");
});

it("a process that is killed leaves a draft that the next run clears", async () => {
  const folder = await outWith(false);
  const left = join(
    folder,
    `.out.cadre-${hostname()
      .replace(/[^A-Za-z0-9]+/g, "_")
      .slice(0, 40)}-${ENDED}-0`,
  );
  mkdirSync(join(left, "new"), { recursive: true });
  await put(join(folder, "out"), NEW);
  expect(existsSync(left)).toBe(false);
});
