/** The first circle found by following the arrows from each start; undefined when there is none. */
export function findCircle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const trail: string[] = [];
  const follow = (from: string): string[] | undefined => {
    const seen = trail.indexOf(from);
    if (seen >= 0) return [...trail.slice(seen), from];
    if (done.has(from)) return undefined;
    trail.push(from);
    for (const to of edges.get(from) ?? []) {
      const circle = follow(to);
      if (circle) return circle;
    }
    trail.pop();
    done.add(from);
    return undefined;
  };
  for (const start of edges.keys()) {
    const circle = follow(start);
    if (circle) return circle;
  }
  return undefined;
}
