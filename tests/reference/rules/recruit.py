"""Whom pools want, what markets have, and who is hired from other pools (docs/method/recruitment.md, labour-market.md)."""

import math

from given import carried_on
from rates import plus, times
from stock import sums


def share_market(wanted, weights, capacity):
    """Capacity in proportion to wanted × weight, nobody getting more than they want; what is left shared again."""
    if sum(wanted) <= capacity:
        return list(wanted)
    got, left = [0.0] * len(wanted), capacity
    claims = [w * a for w, a in zip(wanted, weights)]
    if not any(claims):
        claims = list(wanted)
    open_to = [i for i, claim in enumerate(claims) if claim > 0]
    while open_to and left > 0:
        total = sum(claims[i] for i in open_to)
        full = [i for i in open_to if left * claims[i] / total >= wanted[i]]
        if not full:
            for i in open_to:
                got[i] = left * claims[i] / total
            return got
        for i in full:
            got[i] = wanted[i]
            left -= wanted[i]
        open_to = [i for i in open_to if i not in full]
    rest = [i for i in range(len(wanted)) if claims[i] == 0 and wanted[i] > 0]
    total = sum(wanted[i] for i in rest)
    for i in rest:
        got[i] = min(wanted[i], max(0.0, left) * wanted[i] / total)
    return got


class Recruiting:
    def __init__(self, given, base, changes, people):
        self.given, self.n = given, range(len(given.pools))
        self.profiles = [base.recruit_profile(p) for p in self.n]
        self.markets = list(given.system["labourMarkets"])
        self.fill = [pool["recruitment"]["mode"] == "fill" for pool in given.pools]
        self.planned, self.weights, self.hires, self.capacity = [], [], [], []
        growth = [people.growth(pool["recruitment"]) for pool in given.pools]
        for y, year in enumerate(given.years):
            self.planned.append([self.plan(base, changes, p, year, growth[p][y]) for p in self.n])
            self.weights.append([changes.number("recruitment.weight", pool["recruitment"]["weight"], year, p)
                                 for p, pool in enumerate(given.pools)])
            self.hires.append([[(given.index[name], changes.number("recruitment.from." + name, share, year, p))
                                for name, share in pool["recruitment"].get("from", {}).items()]
                               for p, pool in enumerate(given.pools)])
            self.capacity.append([self.market(base, changes, people, name, y, year) for name in self.markets])

    def plan(self, base, changes, p, year, growth):
        """Recruits of a year, those hired from other pools included."""
        of = self.given.pools[p]["recruitment"]
        if of["mode"] == "fill":
            return 0.0
        if of["mode"] == "fixed":
            heads = carried_on(of["recruits"], year)
        else:
            heads = self.base_recruits(base, p) * changes.number("recruitment.effort", of["effort"], year, p) * growth
        return changes.number("recruitment.recruits", heads, year, p)

    def base_recruits(self, base, p):
        """Recruits of the base year: as counted, or those that hold the headcount with those from abroad."""
        pool = self.given.pools[p]
        if "starters" in pool["recruitment"]:
            return pool["recruitment"]["starters"]
        abroad = pool.get("abroad", {"recruits": {}, "policy": 1.0})
        coming = carried_on(abroad["recruits"], self.given.base) * abroad["policy"]
        return max(0.0, math.fsum(base.recruits[p]) / base.from_market(p) - coming)

    def market(self, base, changes, people, name, y, year):
        market = self.given.system["labourMarkets"][name]
        heads = market["capacity"]
        if heads == "base-year":
            heads = sum(self.base_recruits(base, p) * base.from_market(p) for p in self.n
                        if self.given.pools[p]["recruitment"].get("market") == name)
        return changes.number("labourMarkets.%s.capacity" % name, heads * people.growth(market)[y], year)

    def own(self, y, p):
        return 1 - sum(share for _, share in self.hires[y][p])

    def settle(self, y, step, heads, known, taken, factors, target, fte):
        """The recruits of one step: wanted and market by pool, all external joiners, and who is hired."""
        wants = [self.planned[y][p] / self.given.steps * self.own(y, p) * factors[p] for p in self.n]
        found = Attempt(self, y, step, heads, known, taken, wants)
        if not any(self.fill):
            return found
        for _ in range(500):
            better = list(wants)
            for p in self.n:
                if self.fill[p]:
                    better[p] = found.better(p, target[p], fte)
            off = max(abs(b - w) / max(1.0, b, target[p]) for p, (b, w) in enumerate(zip(better, wants)))
            if off < 1e-13:
                return found
            wants = better
            found = Attempt(self, y, step, heads, known, taken, wants)
        raise ValueError("recruits do not settle")


class Attempt:
    """What comes of wants: shared markets, hires in proportion, joiners of all pools."""

    def __init__(self, recruiting, y, step, heads, known, taken, wants):
        given = recruiting.given
        self.recruiting, self.y, self.step, self.heads, self.wants = recruiting, y, step, heads, wants
        self.market = self.shared()
        self.external, self.taken = [list(row) for row in known], [list(row) for row in taken]
        self.hired, self.limit = [], [[] for _ in recruiting.n]
        for p in recruiting.n:
            self.external[p] = plus(self.external[p], times(self.market[p], recruiting.profiles[p]))
        # How many could be hired at all is counted before anybody is.
        spare = {q: step.spare(q, heads, taken[q]) for p in recruiting.n for q, _ in recruiting.hires[y][p]}
        there = {q: math.fsum(people) for q, people in spare.items()}
        left = dict(there)
        for p in recruiting.n:
            for q, share in recruiting.hires[y][p]:
                wish = self.market[p] * share / recruiting.own(y, p)
                more = left[q] - wish > 1e-12 * there[q]
                got = min(wish, left[q])
                left[q] -= got
                people = times(got / there[q] if there[q] > 0 else 0.0, spare[q])
                self.taken[q] = plus(self.taken[q], people)
                self.external[p] = plus(self.external[p], sums(given, people))
                self.hired.append((q, p, people))
                if more:
                    self.limit[p].append((share, times(1 / there[q], sums(given, spare[q]))))
        self.joiners = step.joiners(heads, self.external, self.taken)

    def shared(self):
        recruiting, got = self.recruiting, list(self.wants)
        for m, name in enumerate(recruiting.markets):
            members = [p for p in recruiting.n if recruiting.given.pools[p]["recruitment"].get("market") == name]
            parts = share_market([self.wants[p] for p in members], [recruiting.weights[self.y][p] for p in members],
                                 recruiting.capacity[self.y][m] / recruiting.given.steps)
            for p, part in zip(members, parts):
                got[p] = part
        return got

    def better(self, p, target, fte):
        """Market recruits that would bring a pool to its posts at the end of the step."""
        recruiting, given, step = self.recruiting, self.recruiting.given, self.step
        closing, _ = step.close(self.heads, self.joiners, self.taken)
        there = math.fsum(heads * fte[p][c // given.tenures] for c, heads in enumerate(closing[p]))
        more = [[0.0] * given.entries for _ in recruiting.n]
        more[p] = list(recruiting.profiles[p])
        for share, people in self.limit[p]:
            more[p] = plus(more[p], times(share / recruiting.own(self.y, p), people))
        extra = step.all_joiners(more)[p]
        each = math.fsum(x * step.kept[p][i * given.tenures] * fte[p][i] for i, x in enumerate(extra))
        return max(0.0, self.market[p] + (target - there) / each) if each > 0 else 0.0
