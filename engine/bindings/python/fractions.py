"""fractions: rational numbers, exact."""
import math
import numbers
import operator
import re

__all__ = ["Fraction"]
_FORMAT = re.compile(r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)(?:(?:\s*/\s*(?P<denom>\d+(_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?"
                     r"(?:[eE](?P<exp>[-+]?\d+(_\d+)*))?)\s*\Z")
_new = object.__new__


def _made(n, d):
    """n / d in lowest terms; d is positive."""
    g = math.gcd(n, d)
    f = _new(Fraction)
    f._numerator, f._denominator = n // g, d // g
    return f


class Fraction(numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                n, d = numerator, 1
            elif isinstance(numerator, Fraction):
                n, d = numerator._numerator, numerator._denominator
            elif isinstance(numerator, str):
                m = _FORMAT.match(numerator)
                if m is None:
                    raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
                n, d = int(m["num"] or "0"), 1
                if m["denom"]:
                    d = int(m["denom"])
                else:
                    if m["decimal"]:
                        decimal = m["decimal"].replace("_", "")
                        n, d = n * 10 ** len(decimal) + int(decimal), 10 ** len(decimal)
                    if m["exp"]:
                        e = int(m["exp"])
                        if e >= 0:
                            n *= 10 ** e
                        else:
                            d *= 10 ** -e
                if m["sign"] == "-":
                    n = -n
            elif hasattr(numerator, "as_integer_ratio"):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            n = numerator.numerator * denominator.denominator
            d = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self = _new(cls)
        self._numerator, self._denominator = n // g, d // g
        return self

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    from_number = from_decimal = classmethod(lambda cls, x: cls(x))

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)
    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def conjugate(self):
        return self

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return _made(p1, q1)
        return _made(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if not spec:
            return str(self)
        kind = spec[-1]
        if kind in "feEgG%F":
            from decimal import Decimal, localcontext
            digits = re.search(r"\.(\d+)", spec)
            with localcontext() as ctx:
                ctx.prec = max(50, len(str(abs(self._numerator))) + (int(digits[1]) if digits else 6) + 20)
                text = format(Decimal(self._numerator) / Decimal(self._denominator), spec if digits or kind in "gG" else spec[:-1] + ".6" + kind)
                return re.sub(r"([eE][+-])(\d)\Z", r"\g<1>0\2", text)
        return format(str(self), spec)

    def _operate(self, other, exact, rough, reflected=False):
        if isinstance(other, int):
            other = Fraction(other)
        if isinstance(other, Fraction):
            return exact(other, self) if reflected else exact(self, other)
        if isinstance(other, float):
            return rough(other, float(self)) if reflected else rough(float(self), other)
        if isinstance(other, complex):
            return rough(other, complex(self)) if reflected else rough(complex(self), other)
        return NotImplemented

    def __pow__(a, b):
        if isinstance(b, int) or isinstance(b, Fraction) and b._denominator == 1:
            power = int(b)
            if power >= 0:
                return _made(a._numerator ** power, a._denominator ** power)
            if not a._numerator:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
            n, d = a._denominator ** -power, a._numerator ** -power
            return _made(n, d) if d > 0 else _made(-n, -d)
        if isinstance(b, (float, Fraction, complex)):
            return float(a) ** (float(b) if isinstance(b, Fraction) else b)
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return _made(a._numerator, a._denominator)

    def __neg__(a):
        return _made(-a._numerator, a._denominator)

    def __abs__(a):
        return _made(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __float__(a):
        return a._numerator / a._denominator

    def __complex__(a):
        return complex(float(a))

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        d = self._denominator
        if ndigits is None:
            floor, rest = divmod(self._numerator, d)
            return floor + (rest * 2 > d or rest * 2 == d and floor % 2)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        return hash(self._numerator) if self._denominator == 1 else _hash(self._numerator, self._denominator)

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, Fraction):
            return a._numerator == b._numerator and a._denominator == b._denominator
        if isinstance(b, int):
            return a == int(b)
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == Fraction(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, (int, Fraction)):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if math.isnan(other) or math.isinf(other) else op(self, Fraction(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _hash(n, d):
    modulus = (1 << 61) - 1
    try:
        h = hash(hash(abs(n)) * pow(d, -1, modulus))
    except ValueError:
        h = 314159
    h = h if n >= 0 else -h
    return -2 if h == -1 else h


def _add(a, b):
    return _made(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return _made(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return _made(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    n, d = a._numerator * b._denominator, a._denominator * b._numerator
    if not d:
        raise ZeroDivisionError(f"Fraction({n}, 0)")
    return _made(n, d) if d > 0 else _made(-n, -d)


def _floordiv(a, b):
    return a._numerator * b._denominator // (a._denominator * b._numerator)


def _mod(a, b):
    return _made(a._numerator * b._denominator % (b._numerator * a._denominator), a._denominator * b._denominator)


def _divmod(a, b):
    return _floordiv(a, b), _mod(a, b)


def _install(name, exact, rough):
    def forward(a, b):
        return a._operate(b, exact, rough)

    def reverse(b, a):
        return b._operate(a, exact, rough, True)
    forward.__name__, reverse.__name__ = f"__{name}__", f"__r{name}__"
    setattr(Fraction, forward.__name__, forward)
    setattr(Fraction, reverse.__name__, reverse)


for _n, _e, _r in (("add", _add, operator.add), ("sub", _sub, operator.sub), ("mul", _mul, operator.mul), ("truediv", _div, operator.truediv),
                   ("floordiv", _floordiv, operator.floordiv), ("mod", _mod, operator.mod), ("divmod", _divmod, divmod)):
    _install(_n, _e, _r)
