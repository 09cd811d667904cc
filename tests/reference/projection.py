"""A projection cell by cell: people of one sex and age step by step, and everybody a year older at its end."""

import math

from one_step import step_continuous, step_opening_stock

TOLERANCE = 1e-9  # relative; what "people are conserved" means
JOINERS = ("market", "unexplained", "abroad", "hires", "pipeline", "returners", "moves", "churn")
LEAVERS = ("leaving", "retirement", "death", "moves", "hires", "training", "redundancy")


class NotConserved(Exception):
    """People appeared or vanished."""


def close_enough(left, right, scale, what):
    if not abs(left - right) <= TOLERANCE * max(1.0, abs(scale)):
        raise NotConserved("%s: %r is not %r" % (what, left, right))


class Flow:
    """The flows of one year, by pool and measure."""

    def __init__(self, pools):
        self.by_pool = [{} for _ in range(pools)]
        for p in range(pools):  # named even where nobody flows, so that every pool and year has the same lines
            for measure in ["joiners." + m for m in JOINERS] + ["leavers." + m for m in LEAVERS]:
                self.add(p, measure, 0.0)
            for measure in ("churn", "joiners", "leavers", "personYears"):
                self.add(p, measure, 0.0)

    def add(self, p, measure, value):
        self.by_pool[p][measure] = self.by_pool[p].get(measure, 0.0) + value


class Cell:
    """The people of one sex and age in every pool: who is there, and what acts on them in one step."""

    def __init__(self, model, heads, y, n, s, a):
        self.model, self.pools, self.tenures = model, range(len(model.pools)), range(model.tenures)
        self.years = [pool["years"][y] for pool in model.pools]
        self.step, self.sex, self.age = n, s, a
        self.here = [heads[p][s][a] for p in self.pools]
        self.hazards = [
            {cause: self.of_cell(hazard) for cause, hazard in year["hazards"].items()} for year in self.years
        ]
        self.moves = [self.moves_of(year) for year in self.years]

    def of_cell(self, numbers):
        """The numbers of this sex and age, by tenure."""
        return [numbers[self.model.cell(self.sex, self.age, k)] for k in self.tenures]

    def moves_of(self, year):
        to = {}
        for move in year["moves"]:
            q = self.model.index[move["to"]]
            already = to.get(q, [0.0 for _ in self.tenures])
            to[q] = [x + more for x, more in zip(already, self.of_cell(move["hazard"]))]
        return to

    def joiners_from_outside(self, flow):
        """external[p]: who joins from outside or is hired; taken[p][k]: who is hired away, moved as planned, made redundant or leaves to train."""
        external = [0.0 for _ in self.pools]
        taken = [[0.0 for _ in self.tenures] for _ in self.pools]
        for p, year in enumerate(self.years):
            for source, by_step in year["joiners"].items():
                value = by_step[self.step][self.sex * self.model.ages + self.age]
                external[p] += value
                flow.add(p, "joiners." + source, value)
            for way in year["taken"]:
                for k, value in enumerate(self.of_cell(way["heads"][self.step])):
                    taken[p][k] += value
                    if way["to"] == "redundancy":
                        flow.add(p, "leavers.redundancy", value)
                    elif way["to"] in self.model.index and way.get("as") == "moves":  # moved as planned, at tenure 0
                        q = self.model.index[way["to"]]
                        external[q] += value
                        flow.add(p, "leavers.moves", value)
                        flow.add(q, "joiners.moves", value)
                    elif way["to"] in self.model.index:  # hired: they join that pool within the step, at tenure 0
                        q = self.model.index[way["to"]]
                        external[q] += value
                        flow.add(p, "leavers.hires", value)
                        flow.add(q, "joiners.hires", value)
                    else:
                        flow.add(p, "leavers.training", value)
        return external, taken

    def after_step(self, flow, label):
        """closing[p][k]; every flow is booked, and nobody may appear or vanish."""
        external, taken = self.joiners_from_outside(flow)
        given = (self.here, self.hazards, self.moves, external, taken)
        if self.model.convention == "opening-stock":
            after, lived, joiners = step_opening_stock(*given)
        else:
            after, lived, joiners = step_continuous(*given, 1.0 / self.model.steps)
        into, out_of = [0.0 for _ in self.pools], [0.0 for _ in self.pools]
        for p in self.pools:
            flow.add(p, "joiners", joiners[p])
            where = "%s %d, sex %d age class %d" % (self.model.pools[p]["id"], label, self.sex, self.age)
            for k in self.tenures:
                left = self.leavers(p, k, lived[p][k], taken[p][k], flow, into, out_of)
                flow.add(p, "leavers", left)
                joined = joiners[p] if k == 0 else 0.0
                close_enough(self.here[p][k] + joined - left, after[p][k], self.here[p][k] + joined, where)
                if after[p][k] < -TOLERANCE:  # probabilities that sum to 1 may leave a rounding error
                    raise NotConserved("%s: %r heads" % (where, after[p][k]))
        for p in self.pools:
            what = "joiners of %s, %d" % (self.model.pools[p]["id"], label)
            close_enough(external[p] + into[p], joiners[p], joiners[p], what)
        close_enough(math.fsum(into), math.fsum(out_of), math.fsum(into), "moves in and out, %d" % label)
        return after

    def leavers(self, p, k, lived, taken, flow, into, out_of):
        """Everybody who leaves one pool and tenure: those taken out, and who goes by a cause or moves in `lived` years."""
        left = taken
        flow.add(p, "personYears", lived)
        for cause, hazard in self.hazards[p].items():
            flow.add(p, "leavers." + cause, hazard[k] * lived)
            left += hazard[k] * lived
        for q, hazard in self.moves[p].items():
            moved = hazard[k] * lived
            left += moved
            into[q] += moved
            out_of[p] += moved
            if q == p:
                flow.add(p, "churn", moved)
                flow.add(p, "joiners.churn", moved)
            else:
                flow.add(p, "leavers.moves", moved)
                flow.add(q, "joiners.moves", moved)
        return left


def nobody(model):
    """heads[p][s][a][k], all zero."""
    return [
        [[[0.0 for _ in range(model.tenures)] for _ in range(model.ages)] for _ in range(model.sexes)]
        for _ in model.pools
    ]


def cells(model):
    """Every pool, sex, age class and tenure."""
    for p in range(len(model.pools)):
        for s in range(model.sexes):
            for a in range(model.ages):
                for k in range(model.tenures):
                    yield p, s, a, k


def opening(model):
    heads = nobody(model)
    for p, s, a, k in cells(model):
        heads[p][s][a][k] = model.pools[p]["opening"][model.cell(s, a, k)]
    return heads


def a_year_older(model, heads):
    """Everybody one class on in age and tenure; the last classes keep who is in them."""
    older = nobody(model)
    for p, s, a, k in cells(model):
        older[p][s][min(a + 1, model.ages - 1)][min(k + 1, model.tenures - 1)] += heads[p][s][a][k]
    return older


def project(model):
    """flows[year][pool][measure] and stocks[0..years][pool] = heads[s][a][k]."""
    heads = opening(model)
    stocks, flows = [heads], []
    for y, label in enumerate(model.years):
        flow = Flow(len(model.pools))
        for n in range(model.steps):
            closing = nobody(model)
            for s in range(model.sexes):
                for a in range(model.ages):
                    after = Cell(model, heads, y, n, s, a).after_step(flow, label)
                    for p, by_tenure in enumerate(after):
                        closing[p][s][a] = by_tenure
            heads = closing
        heads = a_year_older(model, heads)
        stocks.append(heads)
        flows.append(flow.by_pool)
    return stocks, flows
