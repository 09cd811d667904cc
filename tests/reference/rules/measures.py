"""Every number of results.csv, from a projection: by year, pool or group, and measure (docs/method/costs.md)."""

import math

STOCKS = ("headcount", "supply", "demand", "funded", "gap", "trainees", "available", "bank", "agency")
LEAVERS = ("leaving", "retirement", "death", "moves", "hires", "training", "redundancy")
FLOWS = ("joiners", "joiners.market", "joiners.wanted", "joiners.hires", "joiners.pipeline", "joiners.returners",
         "joiners.abroad",
         "joiners.moves", "joiners.churn", "churn", "personYears") + tuple("leavers." + name for name in LEAVERS)
COSTS = ("pay", "bank", "agency", "leavers", "recruits", "training")
COURSE = ("entrants", "entrants.missing", "dropouts", "graduates", "graduates.joined", "trainingYears")


class Measures:
    def __init__(self, projection):
        self.projection, self.given = projection, projection.given

    def groups(self):
        """(name, pools, courses) of every pool and group."""
        given = self.given
        courses = [course.name for course in self.projection.training.courses]
        out = [(name, [p], []) for p, name in enumerate(given.ids)]
        out.append(("all", list(range(len(given.ids))), courses))
        for field in ("sector", "employer", "level"):
            for value in dict.fromkeys(pool[field] for pool in given.pools if field in pool):
                members = [p for p, pool in enumerate(given.pools) if pool.get(field) == value]
                out.append(("%s:%s" % (field, value), members, []))
        return out + [("pipeline:" + name, [], [name]) for name in courses]

    def rows(self):
        """(year, pool, measure, value)."""
        for date, year in enumerate([self.given.base] + self.given.years):
            stocks = [self.stocks(date, p) for p in range(len(self.given.pools))]
            flows = [self.flows(date, p) for p in range(len(self.given.pools))] if date > 0 else None
            courses = {course.name: self.course(date, course) for course in self.projection.training.courses}
            for name, pools, of in self.groups():
                if not pools:
                    yield from ((year, name, measure, value) for measure, value in courses[of[0]].items())
                    continue
                here = {m: math.fsum(stocks[p][m] for p in pools) for m in stocks[0]}
                if here["demand"] != 0:
                    here["vacancyRate"] = here["gap"] / here["demand"]
                if flows:
                    here.update({m: math.fsum(flows[p][m] for p in pools) for m in flows[0]})
                if name == "all":
                    self.whole(date, here, courses)
                yield from ((year, name, measure, value) for measure, value in here.items())

    def stocks(self, date, p):
        run = self.projection
        works, backfill = run.posts[date]
        out = {"headcount": math.fsum(run.stocks[date][p]), "supply": run.supply(date, p),
               "demand": run.demand[p][date] + backfill[p], "funded": run.funded[p][date] + backfill[p]}
        out["gap"] = out["demand"] - out["supply"]
        out["trainees"] = sum(run.trainees[date][course.name] for course in run.training.courses
                              if course.raw.get("worksWhileTraining", {}).get("pool") == self.given.ids[p])
        pool = self.given.pools[p]
        away = pool.get("absence", {})
        out["available"] = (out["supply"] * self.number(date, p, "participation", pool.get("participation", 1.0))
                            * (1 - self.number(date, p, "absence.maternity", away.get("maternity", 0.0)))
                            * (1 - self.number(date, p, "absence.sickness", away.get("sickness", 0.0))))
        for who in ("bank", "agency"):
            fills = self.number(date, p, who + ".fills", self.temporary(who, p).get("fills", 0.0))
            out[who] = fills * max(0.0, out["gap"])
        return out

    def temporary(self, who, p):
        return self.given.pools[p].get(who, {})

    def number(self, date, p, name, base):
        return self.projection.changes.number(name, base, self.given.base + date, p)

    def price(self, date, p, name):
        own = self.given.pools[p]["costs"].get(name, self.given.system["costs"].get(name, 0.0))
        return self.number(date, p, "costs." + name, own)

    def flows(self, date, p):
        tally = self.projection.tallies[date - 1]
        out = {measure: tally.get(p, measure) for measure in FLOWS}
        recruits, unexplained = out["joiners.market"], self.given.pools[p]["recruitment"].get("unexplained", 0.0)
        out["joiners.market"], out["joiners.unexplained"] = recruits * (1 - unexplained), recruits * unexplained
        out["leavers"] = math.fsum(out["leavers." + name] for name in LEAVERS) + out["churn"]
        before, after = self.stocks(date - 1, p), self.stocks(date, p)
        pay = self.price(date, p, "pay")
        out["cost.pay"] = (before["supply"] + after["supply"]) / 2 * pay
        for who in ("bank", "agency"):
            premium = self.number(date, p, who + ".premium", self.temporary(who, p).get("premium", 0.0))
            out["cost." + who] = (before[who] + after[who]) / 2 * pay * (1 + premium)
        out["cost.leavers"] = out["leavers"] * self.price(date, p, "leaver")
        # Whoever joins unseen has been recruited by somebody.
        out["cost.recruits"] = recruits * self.price(date, p, "recruit") + math.fsum(
            out["joiners." + source] * self.price(date, p, price)
            for source, price in (("abroad", "abroad"), ("hires", "hire"), ("returners", "returner"), ("pipeline", "graduate")))
        out["cost.training"] = math.fsum(self.training_cost(date, course) * share / sum(s for _, s in course.joins)
                                         for course in self.projection.training.courses
                                         for q, share in course.joins if q == p)
        out["cost.interventions"] = 0.0
        out["cost.total"] = math.fsum(out["cost." + name] for name in COSTS)
        out["cost.discounted"] = out["cost.total"] * self.discount(date)
        return out

    def discount(self, date):
        """Money of a year is dated in its middle."""
        return (1 + self.given.system["costs"].get("discountRate", 0.0)) ** -(date - 0.5)

    def training_cost(self, date, course):
        price = course.raw.get("cost", {}).get("perLearner", 0.0)
        return self.projection.tallies[date - 1].get(course.name, "trainingYears") * price * 12 / course.months

    def course(self, date, course):
        out = {"trainees": self.projection.trainees[date][course.name]}
        if date > 0:
            tally = self.projection.tallies[date - 1]
            out.update({measure: tally.get(course.name, measure) for measure in COURSE})
            out["graduates.lost"] = out["graduates"] - out["graduates.joined"]
            out["cost.training"] = self.training_cost(date, course)
        return out

    def whole(self, date, here, courses):
        """Of all pools together: everybody in training, and what interventions cost."""
        for measure in COURSE + ("graduates.lost", "trainees"):
            if courses and (date > 0 or measure == "trainees"):
                here[measure] = math.fsum(course[measure] for course in courses.values())
        if date == 0:
            return
        year, first, extra = self.given.base + date, self.given.years[0], 0.0
        for one in self.given.scenario["interventions"]:
            start, cost = one.get("from", first), one.get("cost", {})
            if start <= year <= one.get("until", math.inf):
                extra += cost.get("perYear", 0.0)
            if year == max(start, first):
                extra += cost.get("once", 0.0)
        here["cost.interventions"] = extra
        here["cost.total"] += extra
        here["cost.discounted"] += extra * self.discount(date)
