"""The hazards of each model year under a scenario (docs/method/scenarios.md)."""

import math

from hazards import about_opening_staff, counts, hazard_of, known_level, shape, target_of
from rates import Rates, times


class YearRates:
    def __init__(self, given, base, changes):
        self.given, self.base, self.changes = given, base, changes
        self.n = range(len(given.pools))

    def sets_published(self, p, year):
        """Changes that set the published leaving rate of a pool in a year."""
        return [one for one in self.changes.of("leaving.rate", p) if one.kind == "set" and one.phase(year) > 0]

    def first_levels(self, year):
        """Levels to begin a search with, by pool and change; those of joiners still in post are known."""
        out = {}
        for p in self.n:
            pool = self.given.pools[p]
            for one in self.sets_published(p, year):
                known = known_level(self.given, pool, one.value)
                out[p, one] = known if known is not None else self.wanted(p, one)
        return out

    def wanted(self, p, one):
        return target_of(self.given, self.given.pools[p], one.value)

    def at(self, year, levels):
        """levels[pool, change]: the level of leaving that a set published rate comes to."""
        leaving, moves = [], []
        for p in self.n:
            left, churn = self.leaving(p, year, levels)
            leaving.append(left)
            if churn is not None:
                moves.append((p, p, churn))
        retirement, death = ([self.scheduled(cause, p, year) for p in self.n] for cause in ("retirement", "death"))
        for (p, q, hazard), move in zip(self.base.moves, self.given.system["moves"]):
            of = shape(self.given, move.get("byTenure"), move.get("byAge"))
            level = lambda one, of=of, move=move: times(hazard_of(self.given, move["kind"], one.value), of)
            moves.append((p, q, self.changes.cells("moves.rate", p, year, hazard, level)))
        return Rates(leaving, retirement, death, moves)

    def leaving(self, p, year, levels):
        """Leaving and churn: changes act on all who leave, of whom a share stays in the sector."""
        base, changes = self.base, self.changes
        total = times(base.levels[p], base.shapes[p])
        level = lambda one: times(levels[p, one], base.shapes[p])
        total = changes.cells("leaving.rate", p, year, total, level)
        total = changes.cells("leaving.hazard", p, year, total)
        staying = self.given.pools[p]["leaving"].get("stayingInSector")
        if staying is None:
            return total, None
        # Nobody of a pool without leavers can be said to stay.
        staying = changes.number("leaving.stayingInSector", staying, year, p)
        return times(1 - staying, total), times(staying, total)

    def scheduled(self, cause, p, year):
        values = self.base.rates.hazards[cause][p]
        schedule = self.given.pools[p].get(cause)
        if not schedule:
            return self.changes.cells(cause + ".rate", p, year, values)
        level = lambda one: [hazard_of(self.given, schedule["rates"], one.value)] * self.given.cells
        return self.changes.cells(cause + ".rate", p, year, values, level)

    def better_levels(self, year, levels, took):
        """Levels at which those selected have the published rate, from what they lived in the year as it was taken."""
        out = {}
        for (p, one), level in levels.items():
            pool = self.given.pools[p]
            if known_level(self.given, pool, one.value) is not None:
                out[p, one] = level
                continue
            stability = about_opening_staff(self.given, pool)
            lived = took.theirs[p] if stability else took.lived[p]
            people = took.opening[p] if stability else took.lived[p]
            rate = one.value if stability else self.wanted(p, one)
            selected = [c for c in range(self.given.cells) if one.cells[c]]
            wanted = rate * math.fsum(people[c] for c in selected) - took.hired_counted(p, selected)
            others = [took.given_rates.hazards[cause][p] for cause in pool["leaving"].get("includes", [])]
            others += [h for a, b, h in took.given_rates.moves if a == p and b != p and counts(pool, self.given.pools[b])]
            wanted -= math.fsum(math.fsum(h[c] * lived[c] for c in selected) for h in others)
            at_one = math.fsum(self.base.shapes[p][c] * lived[c] for c in selected)
            out[p, one] = max(0.0, wanted) / at_one if at_one > 0 else level
        return out
