import type { SystemText } from "./system-text.ts";

/** Longer links are cut by mail programs and refused by servers that are handed them. */
const LONGEST = 30_000;
/** What it is called in a link. */
export const LINK_NAME = "text";

/** A text of a place as part of a link, `text=…`, packed; undefined where it would be too long to send. */
export async function inLink(text: SystemText): Promise<string | undefined> {
  const packed = await through(new Blob([JSON.stringify(text)]), new CompressionStream("deflate-raw"));
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  const written = letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return written.length > LONGEST ? undefined : `${LINK_NAME}=${written}`;
}

/** The text that a link holds behind its `#`; undefined where it holds none. Throws where it is cut or changed. */
export async function fromLink(hash: string): Promise<SystemText | undefined> {
  const written = new URLSearchParams(hash.replace(/^#/, "")).get(LINK_NAME);
  if (written === null) return undefined;
  try {
    const letters = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const bytes = await through(new Blob([packed]), new DecompressionStream("deflate-raw"));
    const { text, file, tables } = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof text === "string" && typeof file === "string" && typeof tables === "object")
      return { text, file, tables };
  } catch {
    // Told below: whatever went wrong, the reader can only ask for the link again.
  }
  throw new Error(
    "The link to this page is cut off or changed, so that the text of the place in it cannot be read. Ask for it again.",
  );
}

async function through(blob: Blob, change: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(change)).arrayBuffer());
}
