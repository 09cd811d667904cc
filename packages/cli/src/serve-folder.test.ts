import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getActiveResourcesInfo } from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "./serve-folder.ts";

describe("serving a folder", () => {
  const outside = mkdtempSync(join(tmpdir(), "cadre-serve-"));
  const folder = join(outside, "site");
  let served: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    mkdirSync(join(folder, "assets"), { recursive: true });
    writeFileSync(join(folder, "index.html"), "<h1>List</h1>");
    writeFileSync(join(folder, "assets/a.js"), "1");
    writeFileSync(join(outside, "secret.txt"), "secret");
    served = await serveFolder(folder, 0);
  });

  afterAll(() => {
    served.server.close();
    rmSync(outside, { recursive: true });
  });

  it("gives its files, the list for the folder itself, as what they are", async () => {
    const list = await fetch(served.address);
    expect(await list.text()).toBe("<h1>List</h1>");
    expect(list.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await fetch(`${served.address}assets/a.js?v=1`)).headers.get("content-type")).toMatch(/^text\/javascript/);
  });

  it("gives nothing from outside the folder, and takes nothing", async () => {
    for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/assets", "/none.html", "/%E0%A4%A"])
      expect(await statusOf(path), path).toBe(404);
    expect((await fetch(served.address, { method: "POST" })).status).toBe(405);
  });

  it("leaves no file open when a reader goes away in the middle", async () => {
    writeFileSync(join(folder, "large.bin"), new Uint8Array(8 << 20));
    const open = () => getActiveResourcesInfo().filter((name) => /FS|File/.test(name)).length + descriptors();
    const before = open();
    for (let i = 0; i < 200; i++)
      await new Promise<void>((done, fail) => {
        const asked = request(`${served.address}large.bin`, (response) => {
          response.once("data", () => response.destroy());
          response.once("close", done);
        });
        asked.on("error", fail).end();
      });
    await expect.poll(open, { timeout: 4000 }).toBeLessThan(before + 20);
  });

  it("takes another port where the one asked for is taken", async () => {
    const port = Number(new URL(served.address).port);
    const other = await serveFolder(folder, port);
    expect(Number(new URL(other.address).port)).not.toBe(port);
    expect((await fetch(other.address)).status).toBe(200);
    other.server.close();
  });

  /** Files this process has open, where the system says so. */
  const descriptors = (): number => (existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0);

  /** Without the tidying of paths that `fetch` does. */
  const statusOf = (path: string): Promise<number | undefined> =>
    new Promise((done, fail) => {
      const { hostname, port } = new URL(served.address);
      request({ hostname, port, path }, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on("error", fail)
        .end();
    });
});
