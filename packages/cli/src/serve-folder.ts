import { closeSync, openSync, readSync, realpathSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import send from "send";

/**
 * Serves the files of a folder on this computer only, at the port asked for or, where that is taken, at another one.
 * Gives the address; it serves until the server is closed. Hidden files and links out of the folder are not served, and
 * nothing to a page of another site that calls this computer by a name of its own.
 */
export async function serveFolder(folder: string, port: number): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => answer(folder, request, response));
  await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    return listen(server, 0);
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "/").replace(/[?#].*$/, "");
  const root = within(folder, path);
  const end = (status: number) => {
    // A file that goes away in the middle ends this answer only.
    if (response.headersSent) return response.destroy();
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    return response.writeHead(status).end();
  };
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(request.headers.host ?? "")) end(403);
  else if (request.method !== "GET" && request.method !== "HEAD") end(405);
  else if (root === undefined) end(404);
  else
    send(request, path, { root, dotfiles: "ignore" })
      .on("directory", () => end(404))
      .on("error", ({ status }: { status?: number }) => end(status ?? 404))
      .on("headers", (_: ServerResponse, file: string) => {
        response.setHeader("x-content-type-options", "nosniff");
        const policy = extname(file) === ".html" ? policyOf(file) : undefined;
        if (policy) response.setHeader("content-security-policy", policy);
      })
      .pipe(response);
}

/** The folder as it really is; undefined if what is asked for is not there or lies elsewhere. */
function within(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, decodeURIComponent(path)));
    return file === root || file.startsWith(root + sep) ? root : undefined;
  } catch {
    return undefined;
  }
}

/** The policy that a page states in its head, so that it holds from the first byte. */
function policyOf(file: string): string | undefined {
  const head = Buffer.alloc(8192);
  try {
    const open = openSync(file, "r");
    try {
      readSync(open, head, 0, head.length, 0);
    } finally {
      closeSync(open);
    }
  } catch {
    // The page went away meanwhile: what serves it says so.
    return undefined;
  }
  return /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(head.toString("utf8"))?.[1];
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", fail);
      done();
    });
  });
}
