/** Line and column of each part of a file, by its path. */
export type Positions = Readonly<Record<string, readonly [number, number]>>;

/** Positions in short: how many letters a path shares with the one before, how many lines further, column, its other letters. */
export type PackedPositions = readonly string[];

/** A place holds thousands of paths that begin alike; written whole they are half of what a page has to fetch of it. */
export function packPositions(positions: Positions): PackedPositions {
  let [before, lineBefore] = ["", 0];
  return Object.entries(positions).map(([path, [line, column]]) => {
    let shared = 0;
    while (shared < path.length && path[shared] === before[shared]) shared += 1;
    const further = line - lineBefore;
    [before, lineBefore] = [path, line];
    return `${shared} ${further} ${column} ${path.slice(shared)}`;
  });
}

/** What was packed, in the same order. */
export function unpackPositions(packed: PackedPositions): Positions {
  let [before, lineBefore] = ["", 0];
  const entries = packed.map((one): [string, [number, number]] => {
    const [, shared, further, column, rest = ""] = PACKED.exec(one) ?? [];
    before = before.slice(0, Number(shared)) + rest;
    lineBefore += Number(further);
    return [before, [lineBefore, Number(column)]];
  });
  return Object.fromEntries(entries);
}

const PACKED = /^(\d+) (-?\d+) (\d+) ([\s\S]*)$/;
