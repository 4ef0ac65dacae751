"""Classes step by step: properties, operators, class methods, Decimal, formatting and a little history."""
import operator
from decimal import ROUND_HALF_EVEN, ROUND_UP, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext
from fractions import Fraction
from functools import reduce, total_ordering


@total_ordering
class Money:
    __slots__ = ("_amount", "_currency")
    RATES = {"EUR": Decimal(1), "USD": Decimal("1.08"), "JPY": Decimal("162.5")}

    def __init__(self, amount, currency="EUR"):
        if currency not in self.RATES:
            raise ValueError(f"unknown currency {currency!r}; know {', '.join(self.RATES)}")
        self._amount = Decimal(amount).quantize(Decimal("1" if currency == "JPY" else "0.01"), ROUND_HALF_EVEN)
        self._currency = currency

    amount = property(operator.attrgetter("_amount"), doc="how much")
    currency = property(operator.attrgetter("_currency"))

    @classmethod
    def parse(cls, text: str) -> "Money":
        amount, _, currency = text.strip().partition(" ")
        return cls(amount.replace(",", ""), currency or "EUR")

    @staticmethod
    def rate(a: str, b: str) -> Decimal:
        return Money.RATES[b] / Money.RATES[a]

    def to(self, currency: str) -> "Money":
        return self if currency == self.currency else type(self)(self.amount * self.rate(self.currency, currency), currency)

    def __add__(self, other):
        if other == 0:
            return self
        if not isinstance(other, Money):
            return NotImplemented
        return type(self)(self.amount + other.to(self.currency).amount, self.currency)

    __radd__ = __add__

    def __neg__(self):
        return type(self)(-self.amount, self.currency)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, factor):
        if isinstance(factor, float):
            raise TypeError("multiply money by int, Decimal or Fraction, not by float")
        if isinstance(factor, Fraction):
            return type(self)(self.amount * factor.numerator / factor.denominator, self.currency)
        return type(self)(self.amount * factor, self.currency)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self.amount / other.to(self.currency).amount if isinstance(other, Money) else type(self)(self.amount / other, self.currency)

    def __bool__(self):
        return bool(self.amount)

    def __eq__(self, other):
        return isinstance(other, Money) and self.amount == other.to(self.currency).amount

    def __lt__(self, other):
        return self.amount < other.to(self.currency).amount if isinstance(other, Money) else NotImplemented

    def __hash__(self):
        return hash(self.to("EUR").amount)

    def __repr__(self):
        return f"{type(self).__name__}({str(self.amount)!r}, {self.currency!r})"

    def __format__(self, spec):
        if spec.endswith("c"):
            return f"{self.to(spec[:-1] or 'EUR')}"
        return format(self.amount, spec or ",") + " " + self.currency

    def __str__(self):
        return format(self)

    def split(self, n: int):
        """As even as cents allow; nothing is lost."""
        share = (self.amount / n).quantize(Decimal("0.01"), ROUND_UP)
        rest = self.amount
        for i in range(n):
            part = min(share, rest) if i < n - 1 else rest
            rest -= part
            yield type(self)(part, self.currency)


a, b, c = Money("10.005"), Money.parse("1,234.5 USD"), Money(1000, "JPY")
print(a, b, c, repr(a), sep=" | ")
print(a + b, b - a, 3 * a, a * Fraction(1, 3), -c, b / a, b / 7, sum([a, b, c]), sep=" | ")
print(a < b, a == Money("10.00"), max(a, b, c), sorted([b, c, a]), bool(Money(0)), {a: "ten"}[Money(10)], a != 10)
print(f"{b:>12.1f} {b:USDc} {b:JPYc} {a:c} {a:+}", *Money(10).split(3), sum(Money(10).split(3)) == Money(10))
for f in (lambda: Money("x"), lambda: Money(1, "XXX"), lambda: a + 1, lambda: a < 5, lambda: a * 1.5, lambda: setattr(a, "amount", 1),
          lambda: setattr(a, "note", 1), lambda: a / 0, lambda: Decimal(1) + 1.5, lambda: Decimal("1.5.2"), lambda: hash(Decimal("sNaN"))):
    try:
        print("fine:", f())
    except (TypeError, ValueError, AttributeError, InvalidOperation, DivisionByZero) as e:
        print(f"{type(e).__name__}: {e}")
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 7, Decimal(2).sqrt(), getcontext().prec)
print(Decimal(1) / 7, 0.1 + 0.2, Decimal("0.1") + Decimal("0.2"), Decimal(0.1), round(Decimal("2.675"), 2), round(2.675, 2), Decimal("1E+3"), Decimal("100").normalize())
print(reduce(operator.mul, map(Fraction, range(1, 6)), Fraction(1, 7)), Fraction(0.125), Fraction("3/9"), Fraction(1, 3).limit_denominator(10), Money.amount.__doc__)
