"""People of a place at the reference dates (docs/method/population.md, docs/method/population-errors.md)."""

from bands import band, covering
from given import decimal_year


class People:
    def __init__(self, given):
        self.given, self.raw, self.known = given, given.people, {}

    def of(self, label):
        """People of a band at each reference date."""
        if label not in self.known:
            columns = [self.column(n) for n in covering(self.raw["bands"], label)]
            self.known[label] = [sum(column[y] for column in columns) for y in range(len(self.given.dates))]
        return self.known[label]

    def column(self, n):
        values = [row[n] for row in self.raw["rows"]]
        at = [decimal_year(year, self.raw["date"]) for year in self.raw["years"]]
        return [self.between(at, values, date) * self.error(n, date) for date in self.given.dates]

    @staticmethod
    def between(at, values, date):
        """Equal percentage growth between two given years, and beyond the first and the last."""
        if len(at) == 1:
            return values[0]
        i = 0
        while i < len(at) - 2 and at[i + 1] < date:
            i += 1
        share = (date - at[i]) / (at[i + 1] - at[i])
        if values[i] <= 0 or values[i + 1] <= 0:
            return values[i] + share * (values[i + 1] - values[i])
        return values[i] * (values[i + 1] / values[i]) ** share

    def error(self, n, date):
        """By what an error of the projection multiplies one band: (1 + e) ^ (tenths of years since the count ^ power)."""
        if all(one["value"] == 0 for one in self.raw["error"]):
            return 1.0
        low, high = band(self.raw["bands"][n])
        tenths = max(0.0, date - decimal_year(self.raw["countedUntil"], self.raw["date"])) / 10
        total = widths = 0.0
        for one in self.raw["error"]:
            first, last = band(one["ages"])
            top = min(high, last)
            width = max(0.0, 10.0 if top == float("inf") else top - max(low, first) + 1.0)
            total += width * (1 + one["value"]) ** (tenths ** one["power"])
            widths += width
        return total / widths

    def index(self, weights):
        """Weighted mean growth of bands since the base date."""
        if not weights or self.raw is None:
            return [1.0 for _ in self.given.dates]
        all_weights = sum(weights.values())
        paths = [(weight / all_weights, self.of(label)) for label, weight in weights.items()]
        return [sum(w * path[y] / path[0] for w, path in paths) for y in range(len(self.given.dates))]

    def growth(self, follower):
        """How recruits follow a population: its growth to the power of the elasticity, at each reference date."""
        if "follows" not in follower:
            return [1.0 for _ in self.given.dates]
        index = self.index({follower["follows"]["population"]: 1.0})
        return [x ** follower["elasticity"] for x in index]
