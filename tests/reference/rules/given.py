"""Reads given.json: what the files of a system and a scenario say, before anything is worked out."""

import datetime


class BadInput(Exception):
    """The file does not have the shape it should."""


def decimal_year(year, month_day):
    """A date as a number of years; 29 February is 28 February in other years."""
    month, day = (int(part) for part in month_day.split("-"))
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        date = datetime.date(year, 2, 28)
    first, last = datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1)
    return year + (date - first).days / (last - first).days


def carried_on(by_year, year):
    """The last number given up to a year; zero before the first."""
    before = [int(given) for given in by_year if int(given) <= year]
    return by_year[str(max(before))] if before else 0.0


class Given:
    """A system and its scenario. People are counted by pool p, entry i (sex and age) and cell c (entry and tenure)."""

    def __init__(self, raw):
        if raw.get("cadre") != 1 or "system" not in raw:
            raise BadInput("not a file of given numbers, format 1")
        system = raw["system"]
        self.system, self.scenario, self.people = system, raw["scenario"], raw.get("people")
        calendar, axes = system["calendar"], system["axes"]
        self.convention, self.steps = calendar["convention"], calendar["stepsPerYear"]
        self.base, last = int(calendar["base"][:4]), int(calendar["until"][:4])
        self.years = list(range(self.base + 1, last + 1))
        self.dates = [decimal_year(year, calendar["base"][5:]) for year in [self.base] + self.years]
        self.base_date = datetime.date.fromisoformat(calendar["base"])
        self.sex, self.age_min, self.age_max, self.tenures = axes["sex"], axes["ageMin"], axes["ageMax"], axes["tenure"]
        self.ages = self.age_max - self.age_min + 1
        self.entries = len(self.sex) * self.ages
        self.cells = self.entries * self.tenures
        self.ids = list(system["pools"])
        self.pools = list(system["pools"].values())
        self.index = {name: p for p, name in enumerate(self.ids)}
        last = self.tenures - 1
        self.tenure_labels = [str(k) if k < last or last == 0 else "%d+" % k for k in range(self.tenures)]

    def pool_left(self, p, returner):
        """The pool that returners to a pool had left: its own, or another."""
        return self.index[returner["of"]] if "of" in returner else p

    def entry_of(self, c):
        return c // self.tenures

    def age_of(self, i):
        """Years of age of an entry."""
        return self.age_min + i % self.ages

    def sex_of(self, i):
        return self.sex[i // self.ages]

    def later(self, i, years):
        """The entry of the same people some years later; the last age is open."""
        age = i % self.ages
        return i - age + min(age + years, self.ages - 1)

    def month_of(self, year, month):
        """Months from the day after the base date to the first of a month."""
        next_day = self.base_date + datetime.timedelta(days=1)
        following = (next_day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        length = (following - datetime.timedelta(days=1)).day
        return (year - next_day.year) * 12 + month - next_day.month - (next_day.day - 1) / length
