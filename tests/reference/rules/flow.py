"""One step of the whole system, cell by cell (docs/method/step.md, docs/method/labour-market.md)."""

import math

from rates import plus

LARGEST = 0.95  # of those still there at the end of a step, the most that can be taken out


def inflow_lived(u):
    """B = (1 − A) ÷ u."""
    if u >= 0.5:
        return (1.0 - -math.expm1(-u) / u) / u
    total, term, n = 0.0, 0.5, 2
    while abs(term) > 1e-19:
        total += term
        n += 1
        term *= -u / n
    return total


class Step:
    """Shares of one step under some rates: of heads and of joiners still there at its end, and years that they live."""

    def __init__(self, given, rates):
        self.given, self.rates = given, rates
        self.delta = 1.0 / given.steps
        self.stay, self.kept, self.lived, self.joined_lived = [], [], [], []
        for p in range(len(given.pools)):
            total = plus(*[rates.hazards[cause][p] for cause in rates.hazards],
                         *[hazard for origin, _, hazard in rates.moves if origin == p])
            self.add(total)
        self.crossing = [(p, q) for p, q, _ in rates.moves if p != q]
        self.inverse = [self.inverse_at(i) for i in range(given.entries)] if rates.moves else None

    def add(self, total):
        if self.given.convention == "opening-stock":
            self.stay.append([1.0 - q for q in total])
            self.kept.append([1.0] * len(total))
            self.lived.append([1.0] * len(total))
            self.joined_lived.append([0.0] * len(total))
            return
        u = [h * self.delta for h in total]
        self.stay.append([math.exp(-x) for x in u])
        self.kept.append([1.0 if x == 0 else -math.expm1(-x) / x for x in u])
        self.lived.append([a * self.delta for a in self.kept[-1]])
        self.joined_lived.append([inflow_lived(x) * self.delta for x in u])

    def inverse_at(self, i):
        """The inverse of 1 − μ·Δ·B, which turns joiners from outside into all joiners of one sex and age."""
        n, c = len(self.given.pools), i * self.given.tenures
        rows = [[1.0 if p == q else 0.0 for p in range(n)] + [1.0 if p == q else 0.0 for p in range(n)] for q in range(n)]
        for p, q, hazard in self.rates.moves:
            rows[q][p] -= hazard[c] * self.joined_lived[p][c]
        if not self.crossing:
            return [1.0 / rows[p][p] for p in range(n)]
        for j in range(n):
            pivot = rows[j][j]
            rows[j] = [x / pivot for x in rows[j]]
            for r in range(n):
                factor = rows[r][j]
                if r != j and factor != 0.0:
                    rows[r] = [x - factor * y for x, y in zip(rows[r], rows[j])]
        return [row[n:] for row in rows]

    def movers(self, heads, taken):
        """Joiners by (pool, entry) that come by moves of those who open the step; whoever is taken out moves no more."""
        given, k_all = self.given, self.given.tenures
        out = [[0.0] * given.entries for _ in given.pools]
        for p, q, hazard in self.rates.moves:
            lived, joined, here, gone = self.lived[p], self.joined_lived[p], heads[p], taken[p]
            flow = [h * (n * a - t * b) for h, n, a, t, b in zip(hazard, here, lived, gone, joined)]
            for i in range(given.entries):
                out[q][i] += sum(flow[i * k_all:(i + 1) * k_all])
        return out

    def all_joiners(self, right):
        """Joiners of all pools, those who move on within the step included."""
        if self.inverse is None:
            return right
        if not self.crossing:
            return [[x * self.inverse[i][p] for i, x in enumerate(row)] for p, row in enumerate(right)]
        n = range(len(right))
        out = [[0.0] * self.given.entries for _ in n]
        for i, matrix in enumerate(self.inverse):
            here = [right[p][i] for p in n]
            for q in n:
                out[q][i] = sum(m * x for m, x in zip(matrix[q], here))
        return out

    def joiners(self, heads, external, taken):
        moved = self.movers(heads, taken)
        return self.all_joiners([plus(a, b) for a, b in zip(external, moved)])

    def close(self, heads, joiners, taken):
        """Closing heads and years lived, by pool and cell."""
        k_all = self.given.tenures
        closing, lived = [], []
        for p, here in enumerate(heads):
            inflow = [-t for t in taken[p]]
            for i, joined in enumerate(joiners[p]):
                inflow[i * k_all] += joined
            closing.append([n * s + j * a for n, s, j, a in zip(here, self.stay[p], inflow, self.kept[p])])
            lived.append([n * a + j * b for n, a, j, b in zip(here, self.lived[p], inflow, self.joined_lived[p])])
        return closing, lived

    def spare(self, p, heads, gone):
        """Who can be taken out of a pool, by cell: at most 95% of those who would still be there at the end."""
        return [max(LARGEST * n * s / a - g, 0.0) for n, s, a, g in zip(heads[p], self.stay[p], self.kept[p], gone)]


def years_older(given, heads):
    """Birthdays and anniversaries at the end of the year; the last age and the last tenure are open."""
    k_all, last = given.tenures, given.tenures - 1
    out = []
    for here in heads:
        older = [0.0] * given.cells
        for i in range(given.entries):
            to = given.later(i, 1) * k_all
            for k in range(k_all):
                older[to + min(k + 1, last)] += here[i * k_all + k]
        out.append(older)
    return out


def nobody(given):
    return [[0.0] * given.cells for _ in given.pools]
