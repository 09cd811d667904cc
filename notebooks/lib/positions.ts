/** Line and column of each part of a file, by its path. */
export type Positions = Readonly<Record<string, readonly [number, number]>>;

/** Positions in short: how many letters a path shares with the one before, its other letters, how many lines further, column. */
export type PackedPositions = readonly (readonly [shared: number, rest: string, further: number, column: number])[];

/** A place holds thousands of paths that begin alike; written whole they are half of what a page has to fetch of it. */
export function packPositions(positions: Positions): PackedPositions {
  let [before, lineBefore] = ["", 0];
  return Object.entries(positions).map(([path, [line, column]]) => {
    let shared = 0;
    while (shared < path.length && path[shared] === before[shared]) shared += 1;
    const further = line - lineBefore;
    [before, lineBefore] = [path, line];
    return [shared, path.slice(shared), further, column];
  });
}

/** What was packed, in the same order. */
export function unpackPositions(packed: PackedPositions): Positions {
  let [before, lineBefore] = ["", 0];
  const entries = packed.map(([shared, rest, further, column]): [string, [number, number]] => {
    before = before.slice(0, shared) + rest;
    lineBefore += further;
    return [before, [lineBefore, column]];
  });
  return Object.fromEntries(entries);
}
