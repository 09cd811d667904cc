import type { Input } from "../base-year/log.ts";
import { CadreError } from "../error/cadre-error.ts";
import { suggest } from "../error/suggest.ts";
import type { AssuranceFile } from "./assurance-file.ts";

type Note = AssuranceFile["assumptions"][number];

/** Ends the name of a group of inputs: `population.*` is all that begins with `population.`. */
const ALL_BELOW = ".*";

/**
 * What the file says of each input, by its name. What it says of a group holds for those in it that have no entry of their
 * own; a longer name of a group comes before a shorter one. A name that no input has is an error with its place.
 */
export function inputNotes(file: AssuranceFile | undefined, inputs: readonly Input[]): Map<string, Note> {
  const notes = new Map<string, Note>();
  const given = new Map<string, Note>();
  for (const [i, note] of (file?.assumptions ?? []).entries()) {
    const covered = inputs.filter(({ parameter }) => covers(note.input, parameter));
    if (covered.length === 0 || given.has(note.input)) throw wrongName(file, i, note.input, inputs);
    if (note.signed && note.input.endsWith(ALL_BELOW)) throw groupSigned(file, i, note.input);
    given.set(note.input, note);
    for (const { parameter } of covered) {
      const other = notes.get(parameter);
      if (!other || other.input.length < note.input.length) notes.set(parameter, note);
    }
  }
  return notes;
}

const covers = (name: string, parameter: string): boolean =>
  name.endsWith(ALL_BELOW) ? parameter.startsWith(name.slice(0, -1)) : parameter === name;

function wrongName(file: AssuranceFile | undefined, i: number, name: string, inputs: readonly Input[]): CadreError {
  const known = inputs.map(({ parameter }) => parameter);
  const twice = inputs.some(({ parameter }) => covers(name, parameter));
  return new CadreError({
    code: twice ? "input-twice" : "unknown-input",
    ...placeOf(file, i),
    message: twice ? `“${name}” stands here twice.` : `There is no input “${name}”.`,
    value: name,
    rule: "An input of the system, as the column parameter of assumptions.csv names it, or a group of them such as population.*, each once.",
    didYouMean: twice ? undefined : suggest(name, known),
    fix: twice ? "Put the two together." : "Correct the name.",
  });
}

const groupSigned = (file: AssuranceFile | undefined, i: number, name: string): CadreError =>
  new CadreError({
    code: "group-signed",
    ...placeOf(file, i),
    message: "A group of inputs has no value to sign.",
    value: name,
    rule: "A signature of an assumption covers one value. A signature of the whole record belongs under signed.",
    fix: "Sign the inputs one by one, or the record.",
  });

const placeOf = (file: AssuranceFile | undefined, i: number) => ({
  ...(file?.file !== undefined && { file: file.file }),
  ...file?.places[i],
  path: `assumptions.${i}.input`,
});
