import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CadreError } from "cadre";
import { type FileMark, RECORD_VERSION, type RunRecord } from "./run-record.ts";
import { RECORD } from "./write-folder.ts";

/** Reads the record of a run out of the folder that the run wrote, with its text as it stands there. */
export function readRecord(folder: string): { record: RunRecord; text: string } {
  const path = join(folder, RECORD);
  const fail = (code: string, message: string, rule: string, fix: string) =>
    new CadreError({ code, file: path, message, value: folder, rule, fix });
  if (!existsSync(path))
    throw fail(
      "no-record",
      "There is no run.json in this folder.",
      "A run says in run.json what it read and what it wrote.",
      "Name the folder that --out named.",
    );
  const text = readFileSync(path, "utf8");
  const record = parsed(text);
  if (record?.cadre === 1)
    throw fail(
      "old-record",
      "This run.json is of an earlier version, which kept no fingerprints of what it wrote.",
      `A record of version ${RECORD_VERSION}.`,
      "Run the command in it again.",
    );
  if (!record || !isRecord(record))
    throw fail(
      "bad-record",
      "This run.json is not as a run writes it.",
      `A record of version ${RECORD_VERSION}, with its command, inputs, outputs and fingerprint.`,
      "Take the folder from whoever made the run once more, or make the run again.",
    );
  return { record, text };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" && content !== null ? { ...content } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether all that is read of a record is there; the rest is only told. */
const isRecord = (content: object): content is RunRecord =>
  "cadre" in content &&
  content.cadre === RECORD_VERSION &&
  "command" in content &&
  typeof content.command === "string" &&
  "fingerprint" in content &&
  typeof content.fingerprint === "string" &&
  "versions" in content &&
  typeof content.versions === "object" &&
  content.versions !== null &&
  ["cadre", "cli", "node"].every((name) => typeof (content.versions as Record<string, unknown>)[name] === "string") &&
  "machine" in content &&
  typeof content.machine === "object" &&
  content.machine !== null &&
  "inputs" in content &&
  isMarks(content.inputs) &&
  "outputs" in content &&
  isMarks(content.outputs);

const isMarks = (content: unknown): content is FileMark[] =>
  Array.isArray(content) &&
  content.every(
    (one: unknown) =>
      typeof one === "object" &&
      one !== null &&
      "path" in one &&
      typeof one.path === "string" &&
      "sha256" in one &&
      typeof one.sha256 === "string",
  );
