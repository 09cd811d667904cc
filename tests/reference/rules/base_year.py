"""The base year: leaving, opening tenure and recruits that agree with what is published (docs/method/calibration.md)."""

import math

from flow import Step, nobody
from hazards import about_opening_staff, counts, hazard_of, known_level, leaving_shape, scheduled, shape, target_of
from rates import Rates, plus, times
from rest import find_rest
from stock import fitted_tenure, heads_by_entry, profile, recruits_given, staff_by_entry, steady_tenure, sums


class BaseYear:
    """opening[p] heads by cell, rates, levels[p], recruits[p] by entry (from the market), left[p][cause] by entry."""

    def __init__(self, given):
        self.given, self.n = given, range(len(given.pools))
        self.shapes = [leaving_shape(given, pool) for pool in given.pools]
        self.retiring = [scheduled(given, pool.get("retirement")) for pool in given.pools]
        self.dying = [scheduled(given, pool.get("death")) for pool in given.pools]
        self.moves = [(given.index[m["from"]], given.index[m["to"]],
                       times(hazard_of(given, m["kind"], m["rate"]), shape(given, m.get("byTenure"), m.get("byAge"))))
                      for m in given.system["moves"]]
        self.staff = [heads_by_entry(given, pool) for pool in given.pools]
        self.targets = [target_of(given, pool, pool["leaving"].get("rate")) for pool in given.pools]
        self.fixed = [known_level(given, pool, pool["leaving"].get("rate")) for pool in given.pools]
        self.profiles = [recruits_given(given, pool, self.staff[p]) for p, pool in enumerate(given.pools)]
        self.given_tenure = [fitted_tenure(given, self.staff[p], pool["tenure"]) if "tenure" in pool else None
                             for p, pool in enumerate(given.pools)]
        self.hires = [(given.index[name], p, share) for p, pool in enumerate(given.pools)
                      for name, share in pool["recruitment"].get("from", {}).items()]
        self.search()

    def from_market(self, p):
        """Share of a pool's recruits that no other pool gives."""
        return 1 - sum(share for _, to, share in self.hires if to == p)

    def rates_at(self, levels):
        leaving, moves = [], []
        for p, pool in enumerate(self.given.pools):
            staying = pool["leaving"].get("stayingInSector")
            leaving.append(times(levels[p] * (1 - (staying or 0.0)), self.shapes[p]))
            if staying is not None:
                moves.append((p, p, times(levels[p] * staying, self.shapes[p])))
        return Rates(leaving, self.retiring, self.dying, moves + self.moves)

    def search(self):
        """Numbers of the search: levels, shares not hired away, then by pool recruits, all joiners and returners."""
        given, e = self.given, self.given.entries
        levels = [self.targets[p] if level is None else level for p, level in enumerate(self.fixed)]
        people = [times(self.targets[p], self.staff[p]) for p in self.n]
        point = levels + [1.0 for _ in self.n] + [x for part in people for x in part] * 2 + [0.0] * (len(people) * e)
        # Who joins an empty pool is compared with the whole system.
        largest = max(pool["headcount"] for pool in given.pools) or 1.0
        heads = [1 / (pool["headcount"] or largest) for pool in given.pools]
        weight = [1 / max(level, 1e-12) for level in levels] + [1.0 for _ in self.n]
        weight += [w for w in heads for _ in range(e)] * 3
        point, off = find_rest(point, weight, self.round, 2e-15)
        if off > 1e-11:
            raise ValueError("no base year: %g from rest" % off)
        self.round(point)

    def cut(self, point):
        n, e = len(self.given.pools), self.given.entries
        by_entry = [point[2 * n + j * e:2 * n + (j + 1) * e] for j in range(3 * n)]
        return point[:n], point[n:2 * n], by_entry[:n], by_entry[n:2 * n], by_entry[2 * n:]

    def round(self, point):
        """Runs the year as the point has it; gives a better point."""
        given = self.given
        levels, not_hired, recruits, joined, returning = self.cut(point)
        rates = self.rates_at(levels)
        step = Step(given, rates)
        stay = [[s ** given.steps for s in step.stay[p]] for p in self.n]
        kept = [[self.kept_over_year(step, p, i) for i in range(given.entries)] for p in self.n]
        opening = [self.given_tenure[p] or steady_tenure(given, self.staff[p], stay[p], kept[p], joined[p], not_hired[p])
                   for p in self.n]
        external = [plus(recruits[p], returning[p]) for p in self.n]
        heads, lived, theirs = opening, nobody(given), nobody(given)
        present, arrived = opening, [[0.0] * given.entries for _ in self.n]
        free, counted = [1.0 for _ in self.n], [0.0 for _ in self.n]
        for _ in range(given.steps):
            taken, hired = self.hired(step, heads, recruits, free, counted)
            joiners = step.joiners(heads, [plus(times(1 / given.steps, external[p]), hired[p]) for p in self.n], taken)
            after, years = step.close(heads, joiners, taken)
            present, theirs = self.those_present(step, heads, after, years, joiners, present, theirs)
            lived = [plus(a, b) for a, b in zip(lived, years)]
            arrived = [plus(a, b) for a, b in zip(arrived, joiners)]
            heads = after
        self.levels, self.rates, self.opening, self.recruits, self.lived = levels, rates, opening, recruits, lived
        better = [self.level(p, levels[p], rates, lived[p], theirs[p], counted[p]) for p in self.n]
        recruited = [self.better_recruits(p, sums(given, heads[p]), kept[p], recruits[p]) for p in self.n]
        back = self.coming_back(rates, lived)
        return better + free + [x for part in recruited + arrived + back for x in part]

    def kept_over_year(self, step, p, i):
        """Share of joiners who come evenly over the year and are there at its end."""
        c = i * self.given.tenures
        return step.kept[p][c] * sum(step.stay[p][c] ** j for j in range(self.given.steps)) / self.given.steps

    def hired(self, step, heads, recruits, free, counted):
        """taken[p] by cell and hired[p] by entry of one step; shares left and heads that published rates count."""
        given = self.given
        taken, hired = nobody(given), [[0.0] * given.entries for _ in self.n]
        for p, q, share in self.hires:
            wanted = math.fsum(recruits[q]) / given.steps * share / self.from_market(q)
            spare = step.spare(p, heads, taken[p])
            there = math.fsum(spare)
            part = min(1.0, wanted / there) if there > 0 else 0.0
            people = times(part, spare)
            taken[p] = plus(taken[p], people)
            hired[q] = plus(hired[q], sums(given, people))
            if counts(given.pools[p], given.pools[q]):
                counted[p] += math.fsum(people)
        for p in self.n:
            gone = math.fsum(t * a for t, a in zip(taken[p], step.kept[p]))
            if gone > 0:
                free[p] *= 1 - gone / math.fsum(n * s for n, s in zip(heads[p], step.stay[p]))
        return taken, hired

    def those_present(self, step, before, after, years, joiners, present, theirs):
        """Those of the opening stock still there, and the years they have lived: all but the joiners' part of a cell."""
        k = self.given.tenures
        now, lived = [], []
        for p in self.n:
            share = [x / b if b > 0 else 0.0 for x, b in zip(present[p], before[p])]
            joined = [joiners[p][c // k] if c % k == 0 else 0.0 for c in range(self.given.cells)]
            now.append([s * (a - j * m) for s, a, j, m in zip(share, after[p], joined, step.kept[p])])
            lived.append([t + s * (y - j * b) for t, s, y, j, b in
                          zip(theirs[p], share, years[p], joined, step.joined_lived[p])])
        return now, lived

    def level(self, p, level, rates, lived, theirs, hired):
        """The level at which leavers of the year are what is published, or leavers of those present at its start."""
        if self.fixed[p] is not None:
            return self.fixed[p]
        pool = self.given.pools[p]
        whose = theirs if about_opening_staff(self.given, pool) else lived
        wanted = self.targets[p] * math.fsum(lived)
        if whose is theirs:
            wanted = pool["leaving"]["rate"] * math.fsum(self.opening[p])
        others = [rates.hazards[cause][p] for cause in pool["leaving"].get("includes", [])]
        others += [hazard for a, b, hazard in self.moves if a == p and counts(pool, self.given.pools[b])]
        wanted -= hired + math.fsum(math.fsum(h * x for h, x in zip(other, whose)) for other in others)
        at_one = math.fsum(w * x for w, x in zip(self.shapes[p], whose))
        return max(0.0, wanted) / at_one if at_one > 0 else level

    def better_recruits(self, p, closing, kept, recruits):
        """Recruits who hold the headcount, and the age structure where no ages are given."""
        staff = self.staff[p]
        if sum(staff) <= 0:
            return recruits
        if self.profiles[p]:
            share_kept = math.fsum(x * a for x, a in zip(self.profiles[p], kept))
            total = math.fsum(recruits) + (math.fsum(staff) - math.fsum(closing)) / share_kept
            return times(max(0.0, total), self.profiles[p])
        without = [c - r * a for c, r, a in zip(closing, recruits, kept)]
        return holding_structure(self.given, staff, without, kept)

    def coming_back(self, rates, lived):
        """Returners by pool and entry, as many as the year's own leavers supply."""
        given = self.given
        out = [[0.0] * given.entries for _ in self.n]
        for p, pool in enumerate(given.pools):
            for one in pool["returners"]:
                if "cause" in one:
                    left = self.left(given.pool_left(p, one), one["cause"], rates, lived)
                    for i, heads in enumerate(left):
                        out[p][given.later(i, one.get("delay", 1))] += heads * one.get("share", 0.0)
        return out

    def left(self, p, cause, rates=None, lived=None):
        """Leavers of a cause by entry."""
        hazard = (rates or self.rates).hazards[cause][p]
        return sums(self.given, [h * x for h, x in zip(hazard, (lived or self.lived)[p])])

    def recruit_profile(self, p):
        total = math.fsum(self.recruits[p])
        if total > 0:
            return times(1 / total, self.recruits[p])
        of, pool = self.given.pools[p]["recruitment"], self.given.pools[p]
        return profile(self.given, of.get("ages"), of.get("sex"), staff_by_entry(self.given, pool, self.opening[p]))


def holding_structure(given, wanted, without, kept):
    """r ≥ 0 with Σ r·A = Σ (W − C) for which Σ (r·A − (W − C))² is least, W and C being heads after the birthday."""
    groups, total = {}, math.fsum(wanted) - math.fsum(without)
    for i, heads in enumerate(without):
        groups.setdefault(given.later(i, 1), []).append(i)
    # Where the last two ages meet, recruits are of the younger one.
    short = {members[0]: wanted[to] - sum(without[i] for i in members) for to, members in groups.items()}
    out = [0.0] * given.entries
    if total <= 0:
        return out
    lift, ordered = 0.0, sorted(short.values(), reverse=True)
    for n in range(1, len(ordered) + 1):
        lift = (total - sum(ordered[:n])) / n
        if n == len(ordered) or ordered[n] + lift <= 0:
            break
    for i, gap in short.items():
        out[i] = max(0.0, gap + lift) / kept[i]
    return out
