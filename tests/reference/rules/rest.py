"""Finds the point that a map leaves where it is, mixing its last rounds (D. G. Anderson 1965)."""

MEMORY = 6


def solve(matrix, right):
    """Least-squares shares by the normal equations; none where they add nothing."""
    n = len(right)
    rows = [[x * (1 + 1e-12) if r == c else x for c, x in enumerate(matrix[r])] + [right[r]] for r in range(n)]
    for i in range(n):
        if rows[i][i] <= 0:
            return [0.0] * n
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][c] * out[c] for c in range(i + 1, n))) / rows[i][i]
    return out


def find_rest(point, weight, improve, close, most=400):
    """The point at rest, and how far from rest it is. Numbers are never below zero; weight makes them comparable."""
    before, history = None, []
    distance = float("inf")
    for _ in range(most):
        after = improve(point)
        off = [(a - b) * w for a, b, w in zip(after, point, weight)]
        last, distance = distance, max((abs(x) for x in off), default=0.0)
        if distance < close:
            return after, distance
        if distance > 10 * last:
            history = []
        elif before is not None:
            history = history[-(MEMORY - 1):] + [([a - b for a, b in zip(off, before[0])],
                                                  [a - b for a, b in zip(after, before[1])])]
        before = off, after
        parts = [d for d, _ in history]
        gram = [[sum(x * y for x, y in zip(a, b)) for b in parts] for a in parts]
        share = solve(gram, [sum(x * y for x, y in zip(a, off)) for a in parts])
        mixed = list(after)
        for factor, (_, step) in zip(share, history):
            mixed = [m - factor * x for m, x in zip(mixed, step)]
        point = [m if m >= 0 else a for m, a in zip(mixed, after)]
    return point, distance
