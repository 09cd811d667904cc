/**
 * How far labels beside the last points of lines are moved so that none lies over another: they keep their order and come
 * as near to their points as they can. Positions and heights are shares of the same length, from the top down.
 */
export function spreadOut(wishes: readonly number[], height: number): number[] {
  const order = wishes.map((wish, i) => ({ wish, i })).sort((one, other) => one.wish - other.wish);
  let blocks = order.map(({ wish, i }) => ({ middle: wish, members: [{ wish, i }] }));
  const half = ({ members }: { members: readonly unknown[] }) => (members.length * height) / 2;
  for (let joined = true; joined; ) {
    joined = false;
    const next: typeof blocks = [];
    for (const block of blocks) {
      const last = next.at(-1);
      if (last && last.middle + half(last) > block.middle - half(block)) {
        const members = [...last.members, ...block.members];
        const middle = members.reduce((sum, { wish }) => sum + wish, 0) / members.length;
        next[next.length - 1] = { middle, members };
        joined = true;
      } else next.push(block);
    }
    blocks = next;
  }
  const placed: number[] = [];
  for (const block of blocks) {
    // A block stays inside.
    const middle = Math.min(Math.max(block.middle, half(block)), Math.max(1 - half(block), half(block)));
    for (const [n, { i }] of block.members.entries()) placed[i] = middle - half(block) + (n + 0.5) * height;
  }
  return placed;
}
