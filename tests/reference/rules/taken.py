"""What came of one model year."""

import math

from flow import nobody
from hazards import counts


class Tally:
    """Flows of one year by pool (or course) and measure."""

    def __init__(self):
        self.of = {}

    def count(self, name, measure, value):
        self.of[name, measure] = self.of.get((name, measure), 0.0) + value

    def get(self, name, measure):
        return self.of.get((name, measure), 0.0)


class Taken:
    """What came of a model year: closing heads, years lived, flows, and those present at its start."""

    def __init__(self, given, opening, rates):
        self.given, self.opening, self.given_rates = given, opening, rates
        self.heads, self.lived, self.theirs, self.present = opening, nobody(given), nobody(given), opening
        self.tally, self.hires = Tally(), []

    def hired_counted(self, p, selected):
        return math.fsum(people[c] for q, to, people in self.hires if q == p
                         and counts(self.given.pools[p], self.given.pools[to]) for c in selected)
