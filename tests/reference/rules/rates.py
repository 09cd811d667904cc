"""The hazards of a year: by cause, and of moves between pools."""


def plus(first, *others):
    out = list(first)
    for other in others:
        out = [x + y for x, y in zip(out, other)]
    return out


def times(factor, values):
    return [factor * x for x in values]


class Rates:
    """hazards[cause][p] by cell; moves as (from, to, hazard by cell), a move to the pool itself being churn."""

    def __init__(self, leaving, retirement, death, moves):
        self.hazards = {"leaving": leaving, "retirement": retirement, "death": death}
        self.moves = moves

    def churn(self, pool):
        return next((hazard for p, q, hazard in self.moves if p == q == pool), None)
