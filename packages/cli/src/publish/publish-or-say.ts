import { CadreError } from "cadre";
import { codeOf } from "./file-system.ts";
import { type Publication, publish } from "./publish.ts";

/** Publishes files into a folder, or says that `what` cannot be written there and why. */
export async function publishOrSay(what: string, publication: Publication): Promise<void> {
  const cannotWrite = (why: string): CadreError =>
    new CadreError({
      code: "cannot-write",
      message: `The ${what} cannot be written here.`,
      value: publication.folder,
      rule: `--out names a folder that can be made or written to (${why}).`,
      fix: "Name another folder, or change who may write to this one.",
    });
  if (publication.folder.trim() === "") throw cannotWrite("it is empty");
  try {
    await publish(publication);
  } catch (error) {
    const code = codeOf(error);
    throw error instanceof CadreError || code === undefined ? error : cannotWrite(code);
  }
}
