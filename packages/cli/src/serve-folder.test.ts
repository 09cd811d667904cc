import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
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

  it("gives no hidden file, and nothing that a link outside leads to", async () => {
    writeFileSync(join(folder, ".env"), "secret");
    symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));
    symlinkSync(outside, join(folder, "up"));
    symlinkSync(join(folder, "assets/a.js"), join(folder, "inside.js"));
    for (const path of ["/.env", "/link.txt", "/up/secret.txt"]) expect(await statusOf(path), path).toBe(404);
    expect(await statusOf("/inside.js")).toBe(200);
  });

  it("answers only to its own names", async () => {
    for (const host of ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
      expect(await statusOf("/", { host }), host).toBe(403);
    expect(await statusOf("/", { host: "localhost:1" })).toBe(200);
  });

  it("gives parts, lengths and dates as asked, and the policy of a page", async () => {
    const file = `${served.address}assets/a.js`;
    const part = await fetch(`${served.address}index.html`, { headers: { range: "bytes=4-7" } });
    expect([part.status, await part.text()]).toEqual([206, "List"]);
    const head = await fetch(file, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe("1");
    const since = head.headers.get("last-modified") ?? "";
    expect(await statusOf("/assets/a.js", { "if-modified-since": since })).toBe(304);
    const policy = "default-src 'none'; script-src 'self'";
    writeFileSync(join(folder, "page.html"), `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    expect((await fetch(`${served.address}page.html`)).headers.get("content-security-policy")).toBe(policy);
  });

  it("leaves no file open when a reader goes away in the middle", async () => {
    writeFileSync(join(folder, "large.bin"), new Uint8Array(1 << 20));
    const open = () => getActiveResourcesInfo().filter((name) => /FS|File/.test(name)).length + descriptors();
    const before = open();
    const dropped = () =>
      new Promise<void>((done, fail) => {
        const asked = request(`${served.address}large.bin`, (response) => {
          response.destroy();
          response.once("close", done);
        });
        asked.on("error", fail).end();
      });
    for (let i = 0; i < 30; i++) await Promise.all(Array.from({ length: 50 }, dropped));
    await expect.poll(open, { timeout: 4000 }).toBeLessThan(before + 20);
  });

  it("serves others while a hundred ask and never end, and while its files are made again", async () => {
    const { port } = new URL(served.address);
    const halves = Array.from({ length: 100 }, () => connect(Number(port), "127.0.0.1"));
    for (const half of halves) half.on("error", () => undefined).write("GET / HTTP/1.1\r\nHost: 127");
    const asked = Array.from({ length: 40 }, async (_, i) => {
      if (i % 10 === 5) {
        rmSync(join(folder, "assets"), { recursive: true, force: true });
        mkdirSync(join(folder, "new"), { recursive: true });
        writeFileSync(join(folder, "new/a.js"), "2");
        renameSync(join(folder, "new"), join(folder, "assets"));
      }
      return statusOf(i % 2 === 0 ? "/assets/a.js" : "/large.bin");
    });
    for (const status of await Promise.all(asked)) expect([200, 404]).toContain(status);
    expect(await (await fetch(`${served.address}assets/a.js`)).text()).toBe("2");
    for (const half of halves) half.destroy();
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
  const statusOf = (path: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
    new Promise((done, fail) => {
      const { hostname, port } = new URL(served.address);
      request({ hostname, port, path, headers }, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on("error", fail)
        .end();
    });
});
