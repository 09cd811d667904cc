"""One step of the method for the people of one sex and age, all pools and tenures together."""

import math


def share_lived(u):
    """A = (1 - e^-u) / u: the mean share of a step lived by somebody there when it opens."""
    return 1.0 if u == 0.0 else -math.expm1(-u) / u


def share_lived_by_joiners(u):
    """B = (1 - A) / u: the same for somebody who joins at a time spread evenly over the step."""
    if u < 1.0:  # 1/2! - u/3! + u^2/4! - ...; 1 - A would lose digits here
        total, term, n = 0.0, 0.5, 2
        while abs(term) > 1e-20:
            total += term
            n += 1
            term *= -u / n
        return total
    return (1.0 - share_lived(u)) / u


def solve(matrix, right):
    """x in matrix * x = right, by Gaussian elimination with partial pivoting."""
    n = len(right)
    rows = [list(matrix[i]) + [right[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        if rows[pivot][i] == 0.0:
            raise ValueError("the moves between pools have no solution")
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            for c in range(i, n + 1):
                rows[r][c] -= factor * rows[i][c]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        x[i] = (rows[i][n] - sum(rows[i][c] * x[c] for c in range(i + 1, n))) / rows[i][i]
    return x


def whole_hazard(hazards, moves, k):
    """Every way out of one pool at tenure k, moves and churn with the other causes."""
    return sum(cause[k] for cause in hazards.values()) + sum(move[k] for move in moves.values())


def step_continuous(heads, hazards, moves, external, taken, delta):
    """One step for the people of one sex and age, all pools and tenures together.

    heads[p][k]; hazards[p][cause][k] and moves[p][q][k] a year; external[p] joiners in the step; taken[p][k] people
    taken out of the pool evenly over the step (hired by another pool, or left to train); delta in years.
    Gives closing[p][k], lived[p][k] (person-years), joiners[p].
    """
    pools, tenures = range(len(heads)), range(len(heads[0]))
    total = [[whole_hazard(hazards[p], moves[p], k) for k in tenures] for p in pools]
    a = [[share_lived(total[p][k] * delta) for k in tenures] for p in pools]
    b = [[share_lived_by_joiners(total[p][k] * delta) for k in tenures] for p in pools]
    # Joiners of all pools at once, since people who join can move on within the step. Whoever is taken out is a
    # negative inflow: from then on they neither leave nor move.
    matrix = [[1.0 if p == q else 0.0 for p in pools] for q in pools]
    right = list(external)
    for p in pools:
        for q, hazard in moves[p].items():
            for k in tenures:
                right[q] += hazard[k] * delta * (heads[p][k] * a[p][k] - taken[p][k] * b[p][k])
            matrix[q][p] -= hazard[0] * delta * b[p][0]
    joiners = solve(matrix, right)
    closing = [[0.0 for _ in tenures] for _ in pools]
    lived = [[0.0 for _ in tenures] for _ in pools]
    for p in pools:
        for k in tenures:
            inflow = (joiners[p] if k == 0 else 0.0) - taken[p][k]
            closing[p][k] = heads[p][k] * math.exp(-total[p][k] * delta) + inflow * a[p][k]
            lived[p][k] = delta * (heads[p][k] * a[p][k] + inflow * b[p][k])
    return closing, lived, joiners


def step_opening_stock(heads, hazards, moves, external, taken):
    """One whole year in which probabilities apply to the opening stock, and nobody who joins or is taken out leaves."""
    pools, tenures = range(len(heads)), range(len(heads[0]))
    joiners = list(external)
    closing = [[0.0 for _ in tenures] for _ in pools]
    for p in pools:
        for q, probability in moves[p].items():
            for k in tenures:
                joiners[q] += probability[k] * heads[p][k]
        for k in tenures:
            gone = whole_hazard(hazards[p], moves[p], k)
            if gone > 1.0 + 1e-12:
                raise ValueError("probabilities of one cell sum to %r, more than 1" % gone)
            closing[p][k] = heads[p][k] * (1.0 - gone) - taken[p][k]
    for p in pools:
        closing[p][0] += joiners[p]
    return closing, [list(row) for row in heads], joiners
