"""The model years one after the other (docs/method/step.md, responses.md, pipelines.md)."""

import copy
import math

from bands import by_age
from base_year import BaseYear
from demand import demand_paths
from effects import Changes
from flow import Step, nobody, years_older
from given import carried_on
from people import People
from rates import Rates, plus, times
from recruit import Recruiting
from stock import profile, staff_by_entry, sums
from taken import Taken
from training import Training
from year_rates import YearRates

MOST_RESPONSE = 3.0
SETTLED = 1e-13


class Projection:
    """stocks[date][p] by cell; tallies[year]; works, backfill and trainees by date."""

    def __init__(self, given):
        self.given, self.n = given, range(len(given.pools))
        self.people, self.changes = People(given), Changes(given)
        self.base = BaseYear(given)
        self.fte = [self.fte_at(None)] + [self.fte_at(year) for year in given.years]
        in_post = [self.full_time(self.base.opening, 0, p) for p in self.n]
        self.demand, self.funded = demand_paths(given, self.people, self.changes, in_post)
        self.recruiting = Recruiting(given, self.base, self.changes, self.people)
        self.rates, self.training = YearRates(given, self.base, self.changes), Training(given, self.base, self.changes)
        self.returners = [(p, n, one) for p, pool in enumerate(given.pools) for n, one in enumerate(pool["returners"])]
        # Every year before the base date is taken to be like the base year.
        self.left = [[self.base.left(given.pool_left(p, one), one["cause"])] * one.get("delay", 1) if self.by_cause(one) else None
                     for p, _, one in self.returners]
        self.stocks, self.tallies, self.posts, self.trainees, self.factors = [self.base.opening], [], [], [], []
        self.count_posts(0)
        for y in range(len(given.years)):
            self.take(y)

    @staticmethod
    def by_cause(one):
        return "cause" in one and "heads" not in one

    def fte_at(self, year):
        out = []
        for p, pool in enumerate(self.given.pools):
            given = self.given
            here = [x for sex in given.sex for x in self.hours(pool["fte"], sex)]
            out.append(here if year is None else self.changes.cells("fte", p, year, here, tenures=given.tenures))
        return out

    def hours(self, fte, sex):
        """FTE a head of one sex by age: one number, by age, by sex, or by age for each sex."""
        if isinstance(fte, dict) and sex in fte and sex != "all":
            fte = fte[sex]
        return by_age(self.given, fte, 1.0) if isinstance(fte, dict) else [fte] * self.given.ages

    def full_time(self, heads, date, p):
        return math.fsum(n * self.fte[date][p][c // self.given.tenures] for c, n in enumerate(heads[p]))

    def count_posts(self, date):
        self.posts.append(self.training.posts(12 * date))
        self.trainees.append(self.training.trainees(12 * date))

    def supply(self, date, p):
        return self.full_time(self.stocks[date], date, p) + self.posts[date][0][p]

    def take(self, y):
        """Takes a model year, again and again where published rates that are set have to come out in it."""
        levels = self.rates.first_levels(self.given.years[y])
        recruits, leaving = self.responses(y)
        while True:
            training = copy.copy(self.training)
            training.cohorts, training.begun = list(training.cohorts), list(training.begun)
            took = self.year(y, self.rates.at(self.given.years[y], levels), training, recruits, leaving)
            better = self.rates.better_levels(self.given.years[y], levels, took)
            off = max((abs(better[key] / levels[key] - 1) if levels[key] > 0 else better[key] for key in levels), default=0.0)
            levels = better
            if off < SETTLED:
                break
        self.training, self.tallies = training, self.tallies + [took.tally]
        for past, (p, _, one) in zip(self.left, self.returners):
            if past is not None:
                q = self.given.pool_left(p, one)
                hazard = took.rates.hazards[one["cause"]][q]
                past.append(sums(self.given, [h * x for h, x in zip(hazard, took.lived[q])]))
        self.stocks.append(years_older(self.given, took.heads))
        self.training.birthdays()
        self.count_posts(y + 1)

    def year(self, y, rates, training, recruits, leaving):
        given = self.given
        took = Taken(given, self.stocks[y], rates)
        took.rates = Rates([times(leaving[p], rates.hazards["leaving"][p]) for p in self.n],
                           rates.hazards["retirement"], rates.hazards["death"],
                           [(p, q, times(leaving[p], h) if p == q else h) for p, q, h in rates.moves])
        step = Step(given, took.rates)
        months = 12 / given.steps
        for j in range(given.steps):
            start = 12 * y + j * months
            self.one_step(y, j, start, start + months, step, training, recruits, took)
        for p in self.n:
            self.count_leavers(p, took)
        return took

    def one_step(self, y, j, start, end, step, training, recruits, took):
        given = self.given
        taken = nobody(given)
        finishers = training.step(start, end, step, took.heads, taken, took.tally)
        for p, people in enumerate(taken):
            took.tally.count(p, "leavers.training", math.fsum(people))
        moved = self.planned_moves(y, step, took, taken)
        back, abroad = self.coming_back(y), self.from_abroad(y)
        known = [plus(plus(plus(a, b), c), d) for a, b, c, d in zip(finishers, back, abroad, moved)]
        last = j == given.steps - 1
        fte = [[row[given.later(i, 1)] if last else row[i] for i in range(given.entries)] for row in self.fte[y + 1]]
        works, backfill = training.posts(end)
        part = (j + 1) / given.steps
        target = [max(0.0, self.funded[p][y] * (1 - part) + self.funded[p][y + 1] * part + backfill[p] - works[p])
                  for p in self.n]
        found = self.recruiting.settle(y, step, took.heads, known, taken, recruits, target, fte)
        before = took.heads
        took.heads, years = step.close(before, found.joiners, found.taken)
        took.present, took.theirs = self.base.those_present(
            step, before, took.heads, years, found.joiners, took.present, took.theirs)
        took.lived = [plus(a, b) for a, b in zip(took.lived, years)]
        took.hires += found.hired
        for p in self.n:
            for measure, value in (("joiners", math.fsum(found.joiners[p])), ("joiners.market", found.market[p]),
                                   ("joiners.wanted", found.wants[p]), ("joiners.pipeline", math.fsum(finishers[p])),
                                   ("joiners.returners", math.fsum(back[p])), ("joiners.abroad", math.fsum(abroad[p]))):
                took.tally.count(p, measure, value)
        for q, p, people in found.hired:
            took.tally.count(p, "joiners.hires", math.fsum(people))
            took.tally.count(q, "leavers.hires", math.fsum(people))

    def planned_moves(self, y, step, took, taken):
        """Who goes to another pool as planned, by pool joined and entry; they and the redundant are added to taken."""
        given, year = self.given, self.given.years[y]
        out = [[0.0] * given.entries for _ in self.n]
        for n, one in enumerate(given.system["plannedMoves"]):
            p = given.index[one["from"]]
            wanted = self.changes.number("plannedMoves.%d.heads" % n, carried_on(one["heads"], year), year) / given.steps
            spare = step.spare(p, took.heads, taken[p])
            there = math.fsum(spare)
            people = times(min(1.0, wanted / there) if there > 0 else 0.0, spare)
            taken[p] = plus(taken[p], people)
            if "to" not in one:
                took.tally.count(p, "leavers.redundancy", math.fsum(people))
                continue
            q = given.index[one["to"]]
            out[q] = plus(out[q], sums(given, people))
            took.tally.count(p, "leavers.moves", math.fsum(people))
            took.tally.count(q, "joiners.moves", math.fsum(people))
        return out

    def coming_back(self, y):
        given = self.given
        out = [[0.0] * given.entries for _ in self.n]
        for past, (p, n, one) in zip(self.left, self.returners):
            name, year = "returners.%d" % n, given.years[y]
            if past is None:
                heads = self.changes.number(name, carried_on(one["heads"], year), year, p) / given.steps
                staff = staff_by_entry(given, given.pools[p], self.base.opening[p])
                out[p] = plus(out[p], times(heads, profile(given, one.get("ages"), one.get("sex"), staff)))
                continue
            share = self.changes.number(name, one.get("share", 0.0), year, p) / given.steps
            for i, left in enumerate(past[-one.get("delay", 1)]):
                out[p][given.later(i, one.get("delay", 1))] += left * share
        return out

    def from_abroad(self, y):
        """Recruits from abroad of one step: planned, times what policy leaves, times what pay does."""
        given, year = self.given, self.given.years[y]
        out = [[0.0] * given.entries for _ in self.n]
        for p, pool in enumerate(given.pools):
            if "abroad" not in pool:
                continue
            of, base = pool["abroad"], pool.get("pay", {}).get("relative", 1.0)
            heads = self.changes.number("abroad.recruits", carried_on(of["recruits"], year), year, p)
            heads *= self.changes.number("abroad.policy", of["policy"], year, p)
            ratio = self.changes.number("pay.relative", base, year, p) / base if base > 0 else 1.0
            heads *= held(ratio ** of.get("pay", 0.0))
            staff = staff_by_entry(given, pool, self.base.opening[p])
            out[p] = times(heads / given.steps, profile(given, of.get("ages"), of.get("sex"), staff))
        return out

    def count_leavers(self, p, took):
        tally = took.tally
        tally.count(p, "personYears", math.fsum(took.lived[p]))
        for cause, hazards in took.rates.hazards.items():
            tally.count(p, "leavers." + cause, math.fsum(h * x for h, x in zip(hazards[p], took.lived[p])))
        for origin, to, hazard in took.rates.moves:
            if origin != p:
                continue
            moved = math.fsum(h * x for h, x in zip(hazard, took.lived[p]))
            for name, measure in ((p, "churn"), (p, "joiners.churn")) if to == p else ((p, "leavers.moves"), (to, "joiners.moves")):
                tally.count(name, measure, moved)

    def responses(self, y):
        """What recruits and leaving of a year are multiplied by, by pool."""
        recruits, leaving = [], []
        for p, pool in enumerate(self.given.pools):
            pay, year = pool.get("pay", {}), self.given.years[y]
            base = pay.get("relative", 1.0)
            ratio = self.changes.number("pay.relative", base, year, p) / base if base > 0 else 1.0
            fills = pool["recruitment"]["mode"] == "fill"
            recruits.append((1.0 if fills else self.response(y, p, "recruitment")) * held(ratio ** pay.get("recruits", 0.0)))
            leaving.append(self.response(y, p, "leaving") * held(ratio ** pay.get("leaving", 0.0)))
        return recruits, leaving

    def response(self, y, p, part):
        name = part + ".responds.power"
        given = self.given.pools[p][part].get("responds", {})
        power = self.changes.number(name, given.get("power", 0.0), self.given.years[y], p)
        if power == 0.0:
            return 1.0
        now, base = (self.signal(given, p, date) for date in (max(0, y + 1 - given.get("delay", 1)), 0))
        if base is None or now is None or base <= 0 or base == math.inf:
            return 1.0
        if now <= 0 and power < 0:
            return MOST_RESPONSE
        return held(max(0.0, now / base) ** power)

    def signal(self, given, p, date):
        pools = self.n if given.get("of", "pool") == "all" else [p]
        posts = math.fsum(self.demand[q][date] + self.posts[date][1][q] for q in pools)
        in_post = math.fsum(self.supply(date, q) for q in pools)
        if posts <= 0 and in_post <= 0:
            return None
        if given.get("to", "vacancyRate") == "vacancyRate":
            return (posts - in_post) / posts if posts > 0 else -math.inf
        return posts / in_post if in_post > 0 else math.inf


def held(factor):
    return min(MOST_RESPONSE, max(1 / MOST_RESPONSE, factor))
