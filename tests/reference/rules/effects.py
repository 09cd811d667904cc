"""What a scenario changes: effects after evidence and reach, phased in, combined (docs/method/scenarios.md, evidence.md)."""

import math

from bands import band

Z90 = 1.2815515655446004
SHRINK = {4: 0.0, 3: 0.1, 2: 0.25, 1: 0.5, 0: 0.65}
DECISIONS = ("returners.", "pay.relative", "demand.funded", "costs.", "shifts.", "substitutions.")
SHARES = ("stayingInSector", "agency.fills", ".completion", "returners.", ".joins.")


def is_decision(change):
    """A plain number that somebody sets is taken in full."""
    name = change["parameter"]
    plain = any(isinstance(change.get(kind), (int, float)) for kind in ("set", "multiply", "add"))
    return plain and (name.startswith(DECISIONS) or name.endswith(".intake"))


def mean(effect):
    """The mean of a distribution; a plain number is itself."""
    if isinstance(effect, (int, float)):
        return float(effect)
    if "p10" in effect:
        return mean_of_interval(effect["p10"], effect["p90"], effect.get("family", "normal"))
    name, of = next(iter(effect.items()))
    if name == "normal":
        return of["mean"]
    if name == "lognormal":
        return of["median"] * math.exp(of["sd"] ** 2 / 2)
    if name == "uniform":
        return (of["low"] + of["high"]) / 2
    if name == "triangular":
        return (of["low"] + of["mode"] + of["high"]) / 3
    if name == "pert":
        return (of["low"] + 4 * of["mode"] + of["high"]) / 6
    if name == "discrete":
        return sum(one["value"] * one["share"] for one in of)
    raise ValueError("the mean of %r is not worked out here" % name)


def mean_of_interval(low, high, family):
    if low == high or family in ("normal", "uniform"):
        return (low + high) / 2
    if family == "lognormal":
        return math.sqrt(low * high) * math.exp((math.log(high / low) / (2 * Z90)) ** 2 / 2)
    a, b = (math.log(x / (1 - x)) for x in (low, high))
    middle, sd = (a + b) / 2, (b - a) / (2 * Z90)
    grid = [-10 + n / 200 for n in range(4001)]
    density = [math.exp(-z * z / 2) for z in grid]
    return sum(d / (1 + math.exp(-(middle + sd * z))) for z, d in zip(grid, density)) / sum(density)


class Change:
    """One change of a number, for the pools and cells that it selects."""

    def __init__(self, given, change, by, evidence):
        self.given, self.parameter, self.where = given, change["parameter"], change.get("where", {})
        self.kind = next(kind for kind in ("set", "multiply", "add", "variant") if kind in change)
        level = by.get("evidence", {}).get("level")
        shrink = 0.0 if evidence == "off" or level is None or is_decision(change) else SHRINK[level]
        self.weight = (1 - shrink) * by.get("reach", 1.0)
        self.value = mean(change[self.kind]) if self.kind != "variant" else 0.0
        when = {key: change.get(key, by.get(key)) for key in ("from", "until", "over")}
        self.start = given.years[0] if when["from"] is None else when["from"]
        self.until = math.inf if when["until"] is None else when["until"]
        self.over = when["over"] or 1
        self.pools = [p for p, pool in enumerate(given.pools) if self.selects(given.ids[p], pool)]
        self.cells = [self.selects_cell(c) for c in range(given.cells)]

    def selects(self, name, pool):
        wanted = {key: self.where[key] for key in self.where if key not in ("sex", "age", "tenure")}
        return all(str(value) == str(name if key == "pool" else pool.get(key)) for key, value in wanted.items())

    def selects_cell(self, c):
        given, i = self.given, self.given.entry_of(c)
        low, high = band(self.where["age"]) if "age" in self.where else (0, math.inf)
        return (self.where.get("sex", given.sex_of(i)) == given.sex_of(i) and low <= given.age_of(i) <= high
                and self.where.get("tenure", given.tenure_labels[c % given.tenures]) == given.tenure_labels[c % given.tenures])

    def phase(self, year):
        if year < self.start or year > self.until:
            return 0.0
        return min(1.0, (year - self.start + 1) / self.over)


def limits(parameter):
    """What a number can be: not below zero, shares at most 1, hours at most 2, at most 95% hired from one pool."""
    if parameter in ("demand.growthPerHead", "demand.productivity"):
        return -0.99, math.inf
    if parameter.endswith("responds.power"):
        return -math.inf, math.inf
    if parameter == "fte":
        return 0.0, 2.0
    if parameter.startswith("recruitment.from."):
        return 0.0, 1.0
    share = parameter.startswith("shifts.") or any(part in parameter for part in SHARES[:3] + SHARES[4:])
    return 0.0, 1.0 if share else math.inf


class Changes:
    def __init__(self, given):
        scenario = given.scenario
        # The day until which a judgement may be used is for people: the number stays set.
        judged = [{key: value for key, value in one.items() if key != "until"} for one in scenario["adjustments"]]
        plain = [(change, {}) for change in judged + scenario["changes"] + scenario["assumptions"]]
        plain += [(change, by) for by in scenario["interventions"] for change in by["changes"]]
        self.all = [Change(given, change, by, scenario["evidence"]) for change, by in plain]

    def of(self, parameter, pool=None):
        return [one for one in self.all if one.parameter == parameter and (pool is None or pool in one.pools)]

    def touches(self, parameter, pool=None):
        return len(self.of(parameter, pool)) > 0

    def number(self, parameter, base, year, pool=None):
        """(set or base) × Π multiply + Σ add, in one year, within the limits of the number."""
        return self.combined(self.of(parameter, pool), parameter, base, year, lambda one: one.value)

    def cells(self, parameter, pool, year, values, level=None, tenures=1):
        """The same for each cell (or entry of `tenures` cells); level(change) × shape is what a set sets them to."""
        mine = [one for one in self.of(parameter, pool) if one.phase(year) > 0]
        if not mine:
            return values
        out = []
        for n, value in enumerate(values):
            here = [one for one in mine if one.cells[n * tenures]]
            to = (lambda one, n=n: level(one)[n]) if level else (lambda one: one.value)
            out.append(self.combined(here, parameter, value, year, to) if here else value)
        return out

    @staticmethod
    def combined(changes, parameter, base, year, to):
        value, factor, addition = base, 1.0, 0.0
        for one in changes:
            part = one.phase(year)
            if one.kind == "set" and part > 0:
                value = base + (to(one) - base) * one.weight * part
            elif one.kind == "multiply":
                factor *= 1 + (one.value - 1) * one.weight * part
            elif one.kind == "add":
                addition += one.value * one.weight * part
        if not any(one.phase(year) > 0 for one in changes):
            return base
        low, high = limits(parameter)
        return min(max(value * factor + addition, low), high)
