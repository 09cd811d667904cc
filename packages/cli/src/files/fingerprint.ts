import { createHash } from "node:crypto";

/** The SHA-256 of a file's content, as `sha256sum` prints it: one changed byte changes all of it. */
export const fingerprint = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
