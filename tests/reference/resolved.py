"""Reads resolved.json, the record of every number the engine used, and checks its shape."""


class BadInput(Exception):
    """The resolved file does not have the shape it should."""


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
                    sources = ("market", "unexplained", "abroad", "pipeline", "returners")
                    need(source in sources, "%s: unknown source %r" % (name, source))
                    self.check_steps(lists, people, "%s: joiners.%s" % (name, source))
                for way in year["taken"]:
                    what = "%s: taken to %s" % (name, way["to"])
                    need(way["to"] in self.index or way["to"].startswith("pipeline:") or way["to"] == "redundancy", what + ": goes nowhere")
                    self.check_steps(way["heads"], cells, what)

    def cell(self, s, a, k):
        """Where the number of one sex, age class and tenure stands in a flat list."""
        return (s * self.ages + a) * self.tenures + k

    def check_steps(self, lists, length, what):
        """One list of heads for each step of the year, none of them negative."""
        need(len(lists) == self.steps, "%s: one list a step is needed" % what)
        need(all(len(heads) == length for heads in lists), "%s needs %d numbers a step" % (what, length))
        need(all(x >= 0 for heads in lists for x in heads), "%s is negative" % what)
