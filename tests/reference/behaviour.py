#!/usr/bin/env python3
"""Works a projection out from what its files say, without Cadre: calibration, demand, recruits, courses, costs and all.

Reads given.json, and applies the rules of docs/method one after the other; the modules are in rules/. With --against
it compares every number with those that a run wrote. Needs Python 3.9 or later and nothing else.

    python3 behaviour.py out/cumbria/given.json --against out/cumbria/results.csv

Exit code 0: every number agrees (or all are written). 1: some do not. 2: a file cannot be read.
"""

import argparse
import csv
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "rules"))
from given import Given  # noqa: E402
from measures import Measures  # noqa: E402
from project import Projection  # noqa: E402

TOLERANCE = 1e-9
SHOWN = 5


def numbers(path):
    """{(year, pool, measure): value} of a given.json."""
    with open(path, encoding="utf-8") as file:
        measures = Measures(Projection(Given(json.load(file))))
    return {(year, pool, measure): value for year, pool, measure, value in measures.rows()}


def scale(ours, key):
    """A gap of nothing is the difference of two large numbers, and so is what agency staff for it cost."""
    year, pool, measure = key
    return abs(ours[year, pool, "cost.pay"]) if measure == "cost.agency" else 0.0


def differences(ours, path):
    """How many numbers a results.csv has, and those that are not ours: (year, pool, measure, theirs, ours)."""
    out, count = [], 0
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            count += 1
            key = int(row["year"]), row["pool"], row["measure"]
            theirs = float(row["value"]) if row["value"] else None
            mine = ours.get(key)
            if mine is None or theirs is None:
                if mine is not theirs:
                    out.append((*key, theirs, mine))
            elif not abs(mine - theirs) <= TOLERANCE * max(1.0, abs(theirs), scale(ours, key)):
                out.append((*key, theirs, mine))
    return count, out


def main():
    parser = argparse.ArgumentParser(description="Work a projection out from what its files say, without Cadre.")
    parser.add_argument("given", nargs="+", help="the given.json of a run")
    parser.add_argument("--against", nargs="+", help="the results.csv of each, to compare every number with")
    options = parser.parse_args()
    bad = 0
    for n, path in enumerate(options.given):
        try:
            ours = numbers(path)
            if not options.against:
                for (year, pool, measure), value in ours.items():
                    print("%d,%s,%s,%.17g" % (year, '"%s"' % pool if "," in pool else pool, measure, value))
                continue
            count, found = differences(ours, options.against[n])
        except (OSError, ValueError, KeyError, TypeError, IndexError, ZeroDivisionError) as error:
            print("%s cannot be used: %s %s" % (path, type(error).__name__, error), file=sys.stderr)
            return 2
        bad += len(found)
        print("%s: %d numbers, %d differ" % (path, count, len(found)))
        for year, pool, measure, theirs, mine in found[:SHOWN]:
            print("  %s of %s in %d: %r in the run, %r here" % (measure, pool, year, theirs, mine))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
