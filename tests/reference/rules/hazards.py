"""Published rates as hazards: leavers per person-year, or yearly probabilities (docs/method/rates.md)."""

import math

from bands import by_age


def hazard_of(given, kind, value, growth=0.0):
    """The hazard that a published rate stands for; its yearly probability in the opening-stock convention."""
    if given.convention == "opening-stock":
        return {
            "leavers-per-average-headcount": value * (1 + growth / 2),
            "leavers-per-closing-headcount": value * (1 + growth),
            "share-leaving-within-year": value,
            "hazard": 1 - math.exp(-value),
        }[kind]
    if kind == "leavers-per-closing-headcount":
        return value * 2 * (1 + growth) / (2 + growth)
    if kind == "share-leaving-within-year":
        return -math.log(1 - value)
    return value


def shape(given, by_tenure=None, ages=None, by_sex=None):
    """Relative rates by cell: the product of those by tenure, age and sex."""
    of_age = by_age(given, ages, 1.0)
    out = []
    for i in range(given.entries):
        here = (by_sex or {}).get(given.sex_of(i), 1.0) * of_age[i % given.ages]
        out.extend(here * (by_tenure or {}).get(label, 1.0) for label in given.tenure_labels)
    return out


def leaving_shape(given, pool):
    leaving = pool["leaving"]
    if "rates" in leaving:  # rates by class are hazards themselves
        lists = {by: {label: hazard_of(given, leaving["kind"], value) for label, value in values.items()}
                 for by, values in leaving["rates"].items()}
        return shape(given, lists.get("byTenure"), lists.get("byAge"), lists.get("bySex"))
    return shape(given, leaving.get("byTenure"), leaving.get("byAge"), leaving.get("bySex"))


def scheduled(given, schedule):
    """Hazards of retirement or death by cell."""
    if not schedule:
        return [0.0] * given.cells
    out = []
    for sex in given.sex:
        rates = by_age(given, schedule["bySex"][sex] if schedule["bySex"] else schedule["byAge"], 0.0)
        for rate in rates:
            out.extend([hazard_of(given, schedule["rates"], rate)] * given.tenures)
    return out


def still_in_post(hazards, years):
    """Share of joiners in post after whole years: they join evenly over a year; hazards[k] in the k-th year of service."""
    first, last = hazards[0], hazards[years]
    between = math.fsum(hazards[1:years])
    # The mean over u of exp(-(1 - u) first - u last).
    gap = last - first
    ends = math.exp(-first) * (-math.expm1(-gap) / gap) if abs(gap) > 1e-12 else math.exp(-first)
    return math.exp(-between) * ends


def level_keeping(share, years, weights):
    """The level at which a share of joiners is still in post after whole years."""
    low, high = 0.0, 1.0
    while still_in_post([high * w for w in weights], years) > share:
        low, high = high, 2 * high
    for _ in range(200):
        middle = (low + high) / 2
        if still_in_post([middle * w for w in weights], years) > share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def known_level(given, pool, value):
    """The level that a share of joiners still in post fixes; nothing for other kinds of rates."""
    leaving = pool["leaving"]
    if value is None:
        return 1.0
    if leaving["kind"] != "still-in-post":
        return None
    weights = leaving_shape(given, pool)[: given.tenures]
    years = round(leaving.get("after", 12) / 12)
    return level_keeping(value, years, [weights[min(k, given.tenures - 1)] for k in range(years + 1)])


def target_of(given, pool, value):
    """The hazard that a published leaving rate stands for."""
    leaving = pool["leaving"]
    if value is None:  # rates by class: somewhere to begin
        weights = leaving_shape(given, pool)
        return math.fsum(weights) / len(weights)
    if leaving["kind"] == "still-in-post":
        return -math.log(value) * 12 / leaving.get("after", 12)
    return hazard_of(given, leaving["kind"], value, leaving.get("growth", 0.0))


def about_opening_staff(given, pool):
    """A stability rate is about those in post at the start of the year."""
    return "rate" in pool["leaving"] and pool["leaving"]["kind"] == "share-leaving-within-year" and given.convention == "continuous"


def counts(pool, other):
    """Whether the published rate of a pool counts those who go to another one."""
    scope = pool["leaving"]["scope"]
    return scope != "system" and pool[scope] != other[scope]
