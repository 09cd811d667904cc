"""Courses: who enters, gives up and finishes in each step (docs/method/pipelines.md)."""

import math

from bands import band
from given import carried_on
from rates import plus, times
from stock import profile, staff_by_entry, sums

HAIR = 1e-9  # a course that ends on the last moment of a step ends in the next one


class Cohort:
    def __init__(self, course, month, heads, completion, joins, people, birthdays):
        self.course, self.month, self.heads, self.completion = course, month, heads, completion
        self.joins, self.people, self.birthdays = joins, people, birthdays

    def share_at(self, month):
        """Still in training: completion ^ (time ÷ length)."""
        t = min(max(0.0, month - self.month), self.course.months)
        return self.completion ** (t / self.course.months)

    def years(self, start, end):
        """Years that one entrant spends in training between two times."""
        a, b = (min(max(0.0, x - self.month), self.course.months) for x in (start, end))
        if b <= a or self.completion <= 0:
            return 0.0
        if self.completion >= 1:
            return (b - a) / 12
        hazard = -math.log(self.completion) * 12 / self.course.months
        return (self.share_at(start) - self.share_at(end)) / hazard


class Course:
    def __init__(self, given, base, changes, name, raw):
        self.given, self.name, self.months, self.raw = given, name, raw["lasts"], raw
        entrants = raw["entrants"]
        self.community = entrants.get("community", 0.0) / sum(entrants.values())
        self.pools = [(given.index[p], share / sum(entrants.values())) for p, share in entrants.items() if p != "community"]
        self.joins = [(given.index[p], share) for p, share in raw["joins"].items()]
        self.early = [(given.index[p], share) for p, share in raw.get("earlyLeaversJoin", {}).items()]
        first = self.joins[0][0]
        staff = staff_by_entry(given, given.pools[first], base.opening[first])
        self.profile = profile(given, raw.get("ages"), raw.get("sex"), staff)
        bands = [band(label) for label in raw["ages"]] if raw.get("ages") and given.ages > 1 else [(0, math.inf)]
        self.may_enter = [any(low <= given.age_of(i) <= high for low, high in bands) for i in range(given.entries)]
        self.starts = sorted(self.all_starts(changes), key=lambda one: one[0])

    def all_starts(self, changes):
        """(month, heads, completion, joins) of every start that can still matter."""
        given, raw, name = self.given, self.raw, "pipelines." + self.name
        for year in range(min(int(y) for y in raw["intake"]), given.years[-1] + 1):
            heads = changes.number(name + ".intake", carried_on(raw["intake"], year), year)
            if heads == 0:
                continue
            completion = changes.number(name + ".completion", raw["completion"], year)
            joins = [(p, changes.number("%s.joins.%s" % (name, one), raw["joins"].get(one, 0.0), year))
                     for p, one in enumerate(given.ids)]
            over = max(1.0, sum(share for _, share in joins))
            joins = [(p, share / over) for p, share in joins if share > 0]
            for month in raw["months"]:
                at = given.month_of(year, month)
                if at + self.months >= 0:
                    yield at, heads / len(raw["months"]), completion, joins


class Training:
    def __init__(self, given, base, changes):
        self.given = given
        self.courses = [Course(given, base, changes, name, raw) for name, raw in given.system["pipelines"].items()]
        self.cohorts, self.begun = [], []
        self.waiting = []
        for course in self.courses:
            for month, heads, completion, joins in course.starts:
                if month >= 0:
                    self.waiting.append((course, month, heads, completion, joins))
                    continue
                birthdays = math.ceil(-month / 12)
                self.enter(Cohort(course, month, heads, completion, joins, times(heads, course.profile), birthdays))

    def enter(self, cohort):
        self.cohorts.append(cohort)
        self.begun.append(cohort)

    def step(self, start, end, step, heads, taken, tally):
        """Joiners by pool and entry; who leaves a pool to train is added to taken[p]."""
        joiners = [[0.0] * self.given.entries for _ in self.given.pools]
        now = [one for one in self.waiting if one[1] < end - HAIR]
        self.waiting = [one for one in self.waiting if one[1] >= end - HAIR]
        for course, month, wanted, completion, joins in now:
            people = times(wanted * course.community, course.profile)
            for p, share in course.pools:
                came = self.out_of(step, heads, taken, course, p, wanted * share)
                tally.count(course.name, "entrants.missing", max(0.0, wanted * share - math.fsum(came)))
                people = plus(people, came)
            total = math.fsum(people)
            tally.count(course.name, "entrants", total)
            self.enter(Cohort(course, month, total, completion, joins, people, 0))
        for one in list(self.cohorts):
            self.pass_time(one, start, end, joiners, tally)
        return joiners

    def out_of(self, step, heads, taken, course, p, wanted):
        k = self.given.tenures
        spare = [x if course.may_enter[c // k] else 0.0 for c, x in enumerate(step.spare(p, heads, taken[p]))]
        there = math.fsum(spare)
        people = times(min(1.0, wanted / there) if there > 0 else 0.0, spare)
        taken[p] = plus(taken[p], people)
        return sums(self.given, people)

    def pass_time(self, one, start, end, joiners, tally):
        name, course = one.course.name, one.course
        gone = one.share_at(start) - one.share_at(end)
        tally.count(name, "dropouts", one.heads * gone)
        tally.count(name, "trainingYears", one.heads * one.years(start, end))
        for p, share in course.early:
            self.join(one, gone * share, joiners[p])
        if course.months >= end - one.month - HAIR:
            return
        self.cohorts.remove(one)
        tally.count(name, "graduates", one.heads * one.completion)
        for p, share in one.joins:
            tally.count(name, "graduates.joined", one.heads * one.completion * share)
            self.join(one, one.completion * share, joiners[p])

    def join(self, one, share, joiners):
        for i, heads in enumerate(one.people):
            joiners[self.given.later(i, one.birthdays)] += heads * share

    def birthdays(self):
        for one in self.cohorts:
            one.birthdays += 1

    def trainees(self, month):
        """People in training by course."""
        out = {course.name: 0.0 for course in self.courses}
        for one in self.cohorts:
            out[one.course.name] += one.heads * one.share_at(month)
        return out

    def posts(self, month):
        """FTE that trainees work and FTE of demand that they add, by pool."""
        works, backfill = [0.0] * len(self.given.pools), [0.0] * len(self.given.pools)
        for course in self.courses:
            heads = self.trainees(month)[course.name]
            for key, out in (("worksWhileTraining", works), ("backfill", backfill)):
                if key in course.raw:
                    out[self.given.index[course.raw[key]["pool"]]] += heads * course.raw[key]["fte"]
        return works, backfill
