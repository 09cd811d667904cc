import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { BrowserServer } from "playwright-core";
import type { TestProject } from "vitest/node";
import { type Built, builtNotebooks } from "./build-notebooks.ts";
import { type Served, serve } from "./static-server.ts";

/** What browser tests share: the notebooks that are built and served, and a browser that waits for connections. */
export interface Shared extends Built {
  readonly address: string;
  readonly browser: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** An address that answers with `Shared` once everything in it stands. */
    shared: string;
  }
}

/**
 * Runs once before all tests. Nothing is built or started until the first browser test asks, and whoever asks after
 * that gets the same.
 */
export default async function share(project: TestProject): Promise<() => Promise<void>> {
  const served = new Map<string, Promise<Served>>();
  let browser: Promise<BrowserServer> | undefined;
  let building: Promise<Built> | undefined;

  const startBrowser = async () => (await import("./chromium.ts")).startChromium();
  const ready = async (): Promise<Shared> => {
    browser ??= startBrowser();
    // Asked again by each file, since `npx vitest` goes on while notebooks change; but by one file at a time.
    building ??= builtNotebooks().finally(() => {
      building = undefined;
    });
    const built = await building;
    const server = served.get(built.folder) ?? serve(join(built.folder, "site"));
    served.set(built.folder, server);
    return { ...built, address: (await server).address, browser: (await browser).wsEndpoint() };
  };

  const door = createServer((_request, response) => {
    ready().then(
      (shared) => response.end(JSON.stringify(shared)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  project.provide("shared", `http://127.0.0.1:${(door.address() as AddressInfo).port}`);

  return async () => {
    door.closeAllConnections();
    door.close();
    for (const server of served.values()) await (await server).close();
    await (await browser?.catch(() => undefined))?.close();
  };
}
