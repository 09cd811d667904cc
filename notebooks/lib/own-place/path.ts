/** Keys from the top of the file to what is meant; a number counts the items of a list from zero. */
export type TextPath = readonly (string | number)[];

/** A change of the text: what stands at a path from now on; undefined takes it out. */
export interface TextEdit {
  readonly path: TextPath;
  readonly to: unknown;
}
