"""Formulas of demand (docs/method/formula.md): a tree of functions of what a formula can see."""

import math
import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|('[^']*'|\"[^\"]*\")|([A-Za-z]\w*)|(<=|>=|==|!=|[-+*/^()<>?:,]))")
FUNCTIONS = {
    "min": min, "max": max, "sqrt": math.sqrt, "exp": math.exp, "log": math.log, "abs": abs,
    "round": lambda x: math.floor(x + 0.5),
}
COMPARE = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
}


class Formula:
    """at(see) is its value, see[name] being base, years or year, and see["people"] and see["people0"] functions of a band."""

    def __init__(self, text):
        self.tokens, at, text = [], 0, text.strip()
        while at < len(text):
            found = TOKEN.match(text, at)
            if not found:
                raise ValueError("formula: %r" % text[at:])
            self.tokens.append(found.group(0).strip())
            at = found.end()
        self.n = 0
        self.at = self.choice()
        if self.n != len(self.tokens):
            raise ValueError("formula: %r" % self.tokens[self.n])

    def here(self):
        return self.tokens[self.n] if self.n < len(self.tokens) else ""

    def next(self, *wanted):
        token = self.here()
        if wanted and token not in wanted:
            return None
        self.n += 1
        return token

    def choice(self):
        left = self.sum()
        sign = self.next(*COMPARE)
        if sign is None:
            return left
        right, compare = self.sum(), COMPARE[sign]
        self.next("?")
        one = self.choice()
        self.next(":")
        other = self.choice()
        return lambda see: one(see) if compare(left(see), right(see)) else other(see)

    def sum(self):
        out = self.product()
        while sign := self.next("+", "-"):
            out = self.joined(sign, out, self.product())
        return out

    def product(self):
        out = self.signed()
        while sign := self.next("*", "/"):
            out = self.joined(sign, out, self.signed())
        return out

    @staticmethod
    def joined(sign, left, right):
        return {
            "+": lambda see: left(see) + right(see), "-": lambda see: left(see) - right(see),
            "*": lambda see: left(see) * right(see), "/": lambda see: left(see) / right(see),
        }[sign]

    def signed(self):
        if self.next("-"):
            inner = self.signed()
            return lambda see: -inner(see)
        if self.next("+"):
            return self.signed()
        return self.power()

    def power(self):
        base = self.atom()
        if not self.next("^"):
            return base
        exponent = self.signed()
        return lambda see: base(see) ** exponent(see)

    def atom(self):
        token = self.next()
        if token == "(":
            inner = self.choice()
            self.next(")")
            return inner
        if token[0].isdigit() or token[0] == ".":
            number = float(token)
            return lambda see: number
        if self.here() != "(":
            return lambda see: see[token]
        self.next("(")
        if token in ("people", "people0"):
            label = self.next()[1:-1]
            self.next(")")
            return lambda see: see[token](label)
        inner = [self.choice()]
        while self.next(","):
            inner.append(self.choice())
        self.next(")")
        return lambda see: FUNCTIONS[token](*[one(see) for one in inner])
