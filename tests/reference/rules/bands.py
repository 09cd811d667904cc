"""Age bands: how they are read, and how totals of bands are spread over single ages (docs/method/opening-stock.md)."""

import math


def band(label):
    """First and last age of a band such as 16-29, 75+, 60 or all."""
    text = label.strip()
    if text == "all":
        return 0, math.inf
    if text.endswith("+"):
        return int(text[:-1]), math.inf
    parts = text.replace("–", "-").split("-")
    return int(parts[0]), int(parts[-1])


def covering(labels, wanted):
    """Places of the bands that make up one band."""
    first, last = band(wanted)
    bands = [(band(label), n) for n, label in enumerate(labels)]
    return [n for (low, high), n in bands if low >= first and high <= last]


def by_age(given, values, otherwise):
    """A number for each single age, from numbers by band."""
    out = [otherwise] * given.ages
    for label, value in (values or {}).items():
        low, high = band(label)
        for a in range(given.ages):
            if low <= given.age_min + a <= high:
                out[a] = value
    return out


def shares(by_label, labels):
    """Shares in the order of the labels, adding up to one; equal where nothing is given."""
    raw = [by_label.get(label, 0.0) if by_label else 1.0 for label in labels]
    return [x / sum(raw) for x in raw]


def slope_within(h0, h1, d0, d1):
    """Fritsch and Butland's slope between two pieces of the running total."""
    if d0 <= 0 or d1 <= 0:
        return 0.0
    w0, w1 = 2 * h1 + h0, h1 + 2 * h0
    return (w0 + w1) / (w0 / d0 + w1 / d1)


def slope_at_end(h0, h1, d0, d1):
    """The three-point slope at an end, between zero and three times that of the piece."""
    if h0 + h1 <= 0:
        return 0.0
    return min(max(((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1), 0.0), 3 * d0)


def spread_shares(given, by_band, weight):
    """Shares of bands spread over single ages by a rising curve through the running total; `weight` by single age."""
    bands = sorted((*band(label), value) for label, value in by_band.items())
    total = sum(value for _, _, value in bands)
    out = [0.0] * given.ages
    run = []
    for one in bands + [(math.inf, math.inf, 0.0)]:
        if run and one[0] != run[-1][1] + 1:
            spread_run(given, run, total, weight, out)
            run = []
        run.append(one)
    return out


def spread_run(given, run, total, weight, out):
    ages = [[a for a in range(given.ages) if low <= given.age_min + a <= high] for low, high, _ in run]
    heads = [value / total for _, _, value in run]
    h = [sum(weight[a] for a in one) for one in ages]
    d = [heads[b] / h[b] if h[b] > 0 else 0.0 for b in range(len(run))]
    if len(run) == 1:
        slopes = [d[0], d[0]]
    else:
        slopes = [slope_at_end(h[0], h[1], d[0], d[1])]
        slopes += [slope_within(h[b], h[b + 1], d[b], d[b + 1]) for b in range(len(run) - 1)]
        slopes.append(slope_at_end(h[-1], h[-2], d[-1], d[-2]))
    for b, one in enumerate(ages):
        at, before, rises = 0.0, 0.0, []
        for a in one:
            at += weight[a]
            t = min(1.0, at / h[b])
            # The cubic from 0 to the heads of the band with these slopes at its ends.
            now = heads[b] * t * t * (3 - 2 * t) + h[b] * (slopes[b] * t * (1 - t) ** 2 + slopes[b + 1] * t * t * (t - 1))
            rises.append(max(0.0, now - before))
            before = now
        for a, rise in zip(one, rises):
            out[a] = rise * heads[b] / sum(rises) if sum(rises) > 0 else 0.0
