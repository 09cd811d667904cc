#!/usr/bin/env python3
"""Recompute a projection from resolved.json, without Cadre.

Reads every number the engine used (opening heads, hazards, moves, external joiners, people hired away or taken out to
train, FTE factors, demand) and works the projection out again from the equations of the method, cell by cell, with plain loops. Writes one line a number:
year,pool,measure,value. Needs Python 3.9 or later and nothing else.

    python3 recompute.py out/cumbria/resolved.json --out cumbria.csv

Exit code 0: written, and people are conserved. 1: they are not (nothing is written). 2: the file cannot be read.
"""

import argparse
import json
import math
import sys

sys.dont_write_bytecode = True
from one_step import step_continuous, step_opening_stock  # noqa: E402

TOLERANCE = 1e-9  # relative; what "people are conserved" means


class BadInput(Exception):
    """The resolved file does not have the shape it should."""


class NotConserved(Exception):
    """People appeared or vanished."""


def need(condition, message):
    if not condition:
        raise BadInput(message)


class Model:
    """resolved.json with its flat arrays checked for length."""

    def __init__(self, raw):
        need(isinstance(raw, dict) and raw.get("cadre") == 1, "not a resolved file of format 1")
        self.convention = raw["convention"]
        need(self.convention in ("continuous", "opening-stock"), "unknown convention %r" % (self.convention,))
        self.steps = raw["stepsPerYear"]
        # There a year is one step: its probabilities apply to the stock that opens the year.
        need(self.convention == "continuous" or self.steps == 1, "opening-stock takes a year in one step")
        self.base, self.years = raw["base"], raw["years"]
        low, high = raw["axes"]["age"]
        self.sexes, self.ages, self.tenures = len(raw["axes"]["sex"]), high - low + 1, raw["axes"]["tenure"]
        self.pools = raw["pools"]
        self.index = {pool["id"]: i for i, pool in enumerate(self.pools)}
        cells, people = self.sexes * self.ages * self.tenures, self.sexes * self.ages
        for pool in self.pools:
            name = pool["id"]
            need(len(pool["opening"]) == cells, "%s: opening needs %d numbers" % (name, cells))
            need(len(pool["years"]) == len(self.years), "%s: one entry a model year is needed" % name)
            need(len(pool["fte"]) == len(self.years) + 1, "%s: fte needs every reference date" % name)
            need(all(len(f) == people for f in pool["fte"]), "%s: fte needs %d numbers a date" % (name, people))
            for field in ("traineeFte", "demand", "funded"):
                need(len(pool[field]) == len(self.years) + 1, "%s: %s needs every reference date" % (name, field))
            for year in pool["years"]:
                arrays = list(year["hazards"].values()) + [move["hazard"] for move in year["moves"]]
                need(all(len(x) == cells for x in arrays), "%s: a hazard needs %d numbers" % (name, cells))
                need(all(x >= 0 for array in arrays for x in array), "%s: a hazard is negative" % name)
                need(all(m["to"] in self.index for m in year["moves"]), "%s: a move goes nowhere" % name)
                for source, lists in year["joiners"].items():
                    need(source in ("market", "pipeline", "returners"), "%s: unknown source %r" % (name, source))
                    self.check_steps(lists, people, "%s: joiners.%s" % (name, source))
                for way in year["taken"]:
                    what = "%s: taken to %s" % (name, way["to"])
                    need(way["to"] in self.index or way["to"].startswith("pipeline:"), what + ": goes nowhere")
                    self.check_steps(way["heads"], cells, what)

    def check_steps(self, lists, length, what):
        """One list of heads for each step of the year, none of them negative."""
        need(len(lists) == self.steps, "%s: one list a step is needed" % what)
        need(all(len(heads) == length for heads in lists), "%s needs %d numbers a step" % (what, length))
        need(all(x >= 0 for heads in lists for x in heads), "%s is negative" % what)


def close_enough(left, right, scale, what):
    if not abs(left - right) <= TOLERANCE * max(1.0, abs(scale)):
        raise NotConserved("%s: %r is not %r" % (what, left, right))


def project(model):
    """flows[year][pool][measure] and stocks[0..years][pool] = heads[s][a][k]."""
    sexes, ages, tenures = range(model.sexes), range(model.ages), range(model.tenures)
    pools = range(len(model.pools))

    def cell(s, a, k):
        return (s * model.ages + a) * model.tenures + k

    heads = [[[[pool["opening"][cell(s, a, k)] for k in tenures] for a in ages] for s in sexes] for pool in model.pools]
    stocks, flows = [heads], []
    opening_stock = model.convention == "opening-stock"
    steps = model.steps
    for y, label in enumerate(model.years):
        flow = [{} for _ in pools]

        def add(p, measure, value):
            flow[p][measure] = flow[p].get(measure, 0.0) + value

        for p in pools:  # named even where nobody flows, so that every pool and year has the same lines
            for measure in ("market", "hires", "pipeline", "returners", "moves", "churn"):
                add(p, "joiners." + measure, 0.0)
            for measure in ("leaving", "retirement", "death", "moves", "hires", "training"):
                add(p, "leavers." + measure, 0.0)
            for measure in ("churn", "joiners", "leavers", "personYears"):
                add(p, measure, 0.0)

        for n in range(steps):
            closing = [[[[0.0 for _ in tenures] for _ in ages] for _ in sexes] for _ in pools]
            for s in sexes:
                for a in ages:
                    here = [heads[p][s][a] for p in pools]
                    hazards, moves = [], []
                    external = [0.0 for _ in pools]
                    taken = [[0.0 for _ in tenures] for _ in pools]
                    for p in pools:
                        year = model.pools[p]["years"][y]
                        hazards.append({c: [h[cell(s, a, k)] for k in tenures] for c, h in year["hazards"].items()})
                        to = {}
                        for move in year["moves"]:
                            q = model.index[move["to"]]
                            already = to.get(q, [0.0] * model.tenures)
                            to[q] = [already[k] + move["hazard"][cell(s, a, k)] for k in tenures]
                        moves.append(to)
                        for source, by_step in year["joiners"].items():
                            value = by_step[n][s * model.ages + a]
                            external[p] += value
                            add(p, "joiners." + source, value)
                        for way in year["taken"]:
                            for k in tenures:
                                value = way["heads"][n][cell(s, a, k)]
                                taken[p][k] += value
                                if way["to"] in model.index:  # hired: they join that pool within the step, at tenure 0
                                    q = model.index[way["to"]]
                                    external[q] += value
                                    add(p, "leavers.hires", value)
                                    add(q, "joiners.hires", value)
                                else:
                                    add(p, "leavers.training", value)

                    if opening_stock:
                        after, lived, joiners = step_opening_stock(here, hazards, moves, external, taken)
                    else:
                        after, lived, joiners = step_continuous(here, hazards, moves, external, taken, 1.0 / steps)

                    into, out_of = [0.0 for _ in pools], [0.0 for _ in pools]
                    for p in pools:
                        where = "%s %d, sex %d age class %d" % (model.pools[p]["id"], label, s, a)
                        add(p, "joiners", joiners[p])
                        for k in tenures:
                            left = taken[p][k]
                            add(p, "personYears", lived[p][k])
                            for cause, hazard in hazards[p].items():
                                add(p, "leavers." + cause, hazard[k] * lived[p][k])
                                left += hazard[k] * lived[p][k]
                            for q, hazard in moves[p].items():
                                moved = hazard[k] * lived[p][k]
                                left += moved
                                into[q] += moved
                                out_of[p] += moved
                                if q == p:
                                    add(p, "churn", moved)
                                    add(p, "joiners.churn", moved)
                                else:
                                    add(p, "leavers.moves", moved)
                                    add(q, "joiners.moves", moved)
                            add(p, "leavers", left)
                            joined = joiners[p] if k == 0 else 0.0
                            close_enough(here[p][k] + joined - left, after[p][k], here[p][k] + joined, where)
                            if after[p][k] < -TOLERANCE:  # probabilities that sum to 1 may leave a rounding error
                                raise NotConserved("%s: %r heads" % (where, after[p][k]))
                    for p in pools:
                        what = "joiners of %s, %d" % (model.pools[p]["id"], label)
                        close_enough(external[p] + into[p], joiners[p], joiners[p], what)
                    close_enough(math.fsum(into), math.fsum(out_of), math.fsum(into), "moves in and out, %d" % label)
                    for p in pools:
                        closing[p][s][a] = after[p]
            heads = closing

        older = [[[[0.0 for _ in tenures] for _ in ages] for _ in sexes] for _ in pools]
        for p in pools:
            for s in sexes:
                for a in ages:
                    for k in tenures:
                        older[p][s][min(a + 1, model.ages - 1)][min(k + 1, model.tenures - 1)] += heads[p][s][a][k]
        heads = older
        stocks.append(heads)
        flows.append(flow)
    return stocks, flows


def headcount(heads):
    return math.fsum(x for by_age in heads for by_tenure in by_age for x in by_tenure)


def groups(model):
    """Every pool, then all of them, then every sector, employer and level of those that have one: (id, members)."""
    out = [(pool["id"], [i]) for i, pool in enumerate(model.pools)]
    out.append(("all", list(range(len(model.pools)))))
    for field in ("sector", "employer", "level"):
        for name in dict.fromkeys(pool[field] for pool in model.pools if field in pool):
            members = [i for i, pool in enumerate(model.pools) if pool.get(field) == name]
            out.append(("%s:%s" % (field, name), members))
    return out


def rows(model):
    """(year, pool, measure, value), years first, then pools and groups, then measures."""
    stocks, flows = project(model)
    out = []
    for t in range(len(model.years) + 1):
        year = model.base if t == 0 else model.years[t - 1]
        for name, members in groups(model):
            values = {"headcount": math.fsum(headcount(stocks[t][p]) for p in members)}
            values["supply"] = math.fsum(
                model.pools[p]["fte"][t][s * model.ages + a] * math.fsum(stocks[t][p][s][a])
                for p in members for s in range(model.sexes) for a in range(model.ages))
            values["supply"] += math.fsum(model.pools[p]["traineeFte"][t] for p in members)
            values["demand"] = math.fsum(model.pools[p]["demand"][t] for p in members)
            values["funded"] = math.fsum(model.pools[p]["funded"][t] for p in members)
            values["gap"] = values["demand"] - values["supply"]
            if t > 0:
                flow = flows[t - 1]
                for measure in sorted({m for p in members for m in flow[p]}):
                    values[measure] = math.fsum(flow[p].get(measure, 0.0) for p in members)
                opening = math.fsum(headcount(stocks[t - 1][p]) for p in members)
                close_enough(opening + values["joiners"] - values["leavers"], values["headcount"],
                             opening + values["joiners"], "%s %d" % (name, year))
            out.extend((year, name, measure, value) for measure, value in values.items())
    return out


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def main():
    parser = argparse.ArgumentParser(description="Recompute a projection from resolved.json, without Cadre.")
    parser.add_argument("resolved", help="the resolved.json of a run")
    parser.add_argument("--out", help="the CSV file to write; the screen when left out")
    options = parser.parse_args()
    try:
        with open(options.resolved, encoding="utf-8") as file:
            table = rows(Model(json.load(file)))
    except NotConserved as error:
        print("people are not conserved: %s" % error, file=sys.stderr)
        return 1
    except (BadInput, OSError, ValueError, KeyError, TypeError, IndexError) as error:
        print("%s cannot be used: %s %s" % (options.resolved, type(error).__name__, error), file=sys.stderr)
        return 2
    text = "year,pool,measure,value\n" + "".join("%d,%s,%s,%.17g\n" % (y, quoted(p), m, v) for y, p, m, v in table)
    if options.out:
        with open(options.out, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
