"""decimal: the General Decimal Arithmetic Specification, in base ten, with contexts that each task has of its own."""
from _ap import c_type as _c_type
import contextvars
import math
import numbers
from collections import namedtuple

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped", "InvalidOperation",
           "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext",
           "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP",
           "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS"]
ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING"
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY = 999999999999999999, 999999999999999999, -999999999999999999, -1999999999999999997
HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError): pass
class Clamped(DecimalException): pass
class InvalidOperation(DecimalException): pass
class ConversionSyntax(InvalidOperation): pass
class DivisionByZero(DecimalException, ZeroDivisionError): pass
class DivisionImpossible(InvalidOperation): pass
class DivisionUndefined(InvalidOperation, ZeroDivisionError): pass
class Inexact(DecimalException): pass
class InvalidContext(InvalidOperation): pass
class Rounded(DecimalException): pass
class Subnormal(DecimalException): pass
class Overflow(Inexact, Rounded): pass
class Underflow(Inexact, Rounded, Subnormal): pass
class FloatOperation(DecimalException, TypeError): pass


_signals = [Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow, InvalidOperation, Subnormal, FloatOperation]
_new = object.__new__


def _round_up(rounding, negative, kept, rest, half):
    """Whether `kept` goes up when `rest` (of 2 * half) is cut off."""
    if rounding == ROUND_HALF_EVEN:
        return rest > half or rest == half and kept & 1
    if rounding == ROUND_HALF_UP:
        return rest >= half
    if rounding == ROUND_HALF_DOWN:
        return rest > half
    if rounding == ROUND_DOWN or not rest:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not negative
    if rounding == ROUND_FLOOR:
        return negative
    return kept % 10 in (0, 5)


def _cut(n, digits, negative, rounding):
    """n without its last `digits` digits, rounded; and whether something was lost."""
    unit = 10 ** digits
    kept, rest = divmod(n, unit)
    # Twice the rest against the unit, so that halves stay whole numbers.
    return kept + bool(_round_up(rounding, negative, kept, rest * 2, unit)), rest != 0


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None, _ignored_flags=None):
        base = globals().get("DefaultContext")

        def choice(value, name):
            return getattr(base, name) if value is None else value
        self.prec, self.rounding, self.Emin, self.Emax = choice(prec, "prec"), choice(rounding, "rounding"), choice(Emin, "Emin"), choice(Emax, "Emax")
        self.capitals, self.clamp = choice(capitals, "capitals"), choice(clamp, "clamp")

        def as_dict(given, otherwise):
            if given is None:
                return dict(otherwise)
            return given if isinstance(given, dict) else {s: s in given for s in _signals}
        self.traps = as_dict(traps, base.traps if base else {})
        self.flags = as_dict(flags, {s: False for s in _signals})

    def __setattr__(self, name, value):
        if name == "prec" and not (isinstance(value, int) and 1 <= value <= MAX_PREC):
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and not (isinstance(value, str) and value in globals() and value.startswith("ROUND_")):
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                            "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        for s in self.flags:
            self.flags[s] = False

    def clear_traps(self):
        for s in self.traps:
            self.traps[s] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def __repr__(self):
        def names(d):
            return ", ".join(s.__name__ for s in _shown if d.get(s))
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, "
                f"flags=[{names(self.flags)}], traps=[{names(self.traps)}])")

    def _raise(self, signal, result=None, trap=None):
        """Notes a signal; raises where it is trapped."""
        kind = signal if signal in self.traps else next((s for s in _signals if issubclass(signal, s)), signal)
        self.flags[kind] = True
        if self.traps.get(kind):
            raise kind([signal])
        return Decimal("NaN") if result is None else result

    def create_decimal(self, num="0"):
        return Decimal(num)._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal(f)._fix(self)


_shown = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped]
DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow])
BasicContext = Context(9, ROUND_HALF_UP, flags=[], traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, flags=[], traps=[])
_current = contextvars.ContextVar("decimal_context")


def getcontext():
    try:
        return _current.get()
    except LookupError:
        context = Context()
        _current.set(context)
        return context


def setcontext(context):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:
    def __init__(self, context):
        self.new_context = context

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, *exc):
        setcontext(self.saved_context)


def localcontext(ctx=None, **kwargs):
    context = (getcontext() if ctx is None else ctx).copy()
    for key, value in kwargs.items():
        if key not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"{key!r} is an invalid keyword argument for this function")
        setattr(context, key, value)
    return _ContextManager(context)


def _make(sign, coefficient, exponent, special=""):
    d = _new(Decimal)
    d._sign, d._int, d._exp, d._special = sign, coefficient, exponent, special
    return d


def _digits(n):
    return len(str(n))


@_c_type
class Decimal:
    __slots__ = ("_sign", "_int", "_exp", "_special")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            d = _parse(value)
            if d is None:
                d = (context or getcontext())._raise(ConversionSyntax)
        elif isinstance(value, int):
            d = _make(int(value < 0), abs(int(value)), 0)
        elif isinstance(value, Decimal):
            d = _make(value._sign, value._int, value._exp, value._special)
        elif isinstance(value, float):
            d = cls.from_float(value)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            if sign not in (0, 1):
                raise ValueError("sign must be an integer with the value 0 or 1")
            n = 0
            for digit in digits:
                if not isinstance(digit, int) or not 0 <= digit <= 9:
                    raise ValueError("coefficient must be a tuple of digits")
                n = n * 10 + digit
            if exponent in ("F", "n", "N"):
                d = _make(sign, 0 if exponent == "F" else n, 0, {"F": "Infinity", "n": "NaN", "N": "sNaN"}[exponent])
            elif isinstance(exponent, int):
                d = _make(sign, n, exponent)
            else:
                raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        if cls is not Decimal:
            own = _new(cls)
            own._sign, own._int, own._exp, own._special = d._sign, d._int, d._exp, d._special
            return own
        return d

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if f != f:
            return _make(0, 0, 0, "NaN")
        if f in (math.inf, -math.inf):
            return _make(int(f < 0), 0, 0, "Infinity")
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        return _make(int(math.copysign(1.0, f) < 0), n * 5 ** k, -k)

    from_number = classmethod(lambda cls, x: cls(x))

    def _fix(self, context):
        """Rounded to the context's precision, with its exponent in bounds."""
        if self._special:
            return self
        sign, n, e = self._sign, self._int, self._exp
        if not n:
            return _make(sign, 0, min(max(e, context.Etiny()), context.Emax))
        size = _digits(n)
        if e + size - 1 > context.Emax:
            return self._overflow(context)
        low = e + size - context.prec
        subnormal = e + size - 1 < context.Emin
        if subnormal:
            low = context.Etiny()
        if e >= low:
            if subnormal:
                context._raise(Subnormal, self)
            return self
        n, lost = _cut(n, low - e, sign, context.rounding)
        if not subnormal and _digits(n) > context.prec:
            n //= 10
            low += 1
        if n and low + _digits(n) - 1 > context.Emax:
            return self._overflow(context)
        answer = _make(sign, n, low)
        context._raise(Rounded, answer)
        if subnormal:
            context._raise(Subnormal, answer)
            if lost:
                context._raise(Underflow, answer)
        if lost:
            context._raise(Inexact, answer)
        return answer

    def _overflow(self, context):
        r = context.rounding
        finite = r in (ROUND_DOWN, ROUND_05UP) or r == ROUND_CEILING and self._sign or r == ROUND_FLOOR and not self._sign
        answer = _make(self._sign, 10 ** context.prec - 1, context.Etop()) if finite else _make(self._sign, 0, 0, "Infinity")
        context._raise(Inexact, answer)
        context._raise(Rounded, answer)
        return context._raise(Overflow, answer)

    def _nan(self, other, context):
        for x in (self, other):
            if x is not None and x._special == "sNaN":
                return context._raise(InvalidOperation, _make(x._sign, x._int, 0, "NaN"))
        for x in (self, other):
            if x is not None and x._special == "NaN":
                return x
        return None

    # what it is
    def is_nan(self): return self._special in ("NaN", "sNaN")
    def is_qnan(self): return self._special == "NaN"
    def is_snan(self): return self._special == "sNaN"
    def is_infinite(self): return self._special == "Infinity"
    def is_finite(self): return not self._special
    def is_zero(self): return not self._special and not self._int
    def is_signed(self): return bool(self._sign)
    def is_canonical(self): return True
    def canonical(self): return self
    def is_normal(self, context=None): return not self._special and self._int != 0 and (context or getcontext()).Emin <= self.adjusted()
    def is_subnormal(self, context=None): return not self._special and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def __bool__(self):
        return bool(self._special) or self._int != 0

    def adjusted(self):
        return 0 if self._special else self._exp + _digits(self._int) - 1

    def as_tuple(self):
        if self._special:
            return DecimalTuple(self._sign, (0,) if self._special == "Infinity" else tuple(map(int, str(self._int))) if self._int else (),
                                {"Infinity": "F", "NaN": "n", "sNaN": "N"}[self._special])
        return DecimalTuple(self._sign, tuple(map(int, str(self._int))), self._exp)

    def as_integer_ratio(self):
        if self._special:
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = math.gcd(n, d)
        return n // g, d // g

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self): return self
    def radix(self): return Decimal(10)

    # text
    def __str__(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._special:
            return sign + self._special + (str(self._int) if self._int else "")
        text = str(self._int)
        left = self._exp + len(text)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif text == "0":
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, part = "0", "." + "0" * -point + text
        elif point >= len(text):
            whole, part = text + "0" * (point - len(text)), ""
        else:
            whole, part = text[:point], "." + text[point:]
        exp = "" if left == point else f"{'E' if (context or getcontext()).capitals else 'e'}{left - point:+d}"
        return sign + whole + part + exp

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec, context=None):
        return _format(self, spec)

    # arithmetic
    def __neg__(self):
        if self._special:
            return self._nan(None, getcontext()) or _make(1 - self._sign, 0, 0, self._special)
        context = getcontext()
        sign = 0 if not self._int and context.rounding != ROUND_FLOOR else 1 - self._sign
        return _make(sign, self._int, self._exp)._fix(context)

    def __pos__(self):
        if self._special:
            return self._nan(None, getcontext()) or self
        context = getcontext()
        sign = 0 if not self._int and context.rounding != ROUND_FLOOR else self._sign
        return _make(sign, self._int, self._exp)._fix(context)

    def __abs__(self):
        return -self if self._sign else +self

    def _add(self, other, context):
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._special:
                if other._special and self._sign != other._sign:
                    return context._raise(InvalidOperation)
                return self
            return other
        e = min(self._exp, other._exp)
        if self._int and other._int:
            # What lies far below the other's last digit only decides how that is rounded.
            big, small = (self, other) if self.adjusted() >= other.adjusted() else (other, self)
            floor = min(big._exp, big.adjusted() - context.prec - 1) - 2
            if small.adjusted() < floor:
                small = _make(small._sign, 1, floor)
                self, other = big, small
                e = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - e) * (-1 if self._sign else 1)
        b = other._int * 10 ** (other._exp - e) * (-1 if other._sign else 1)
        n = a + b
        if n:
            sign = int(n < 0)
        else:
            sign = self._sign & other._sign if self._sign == other._sign else int(context.rounding == ROUND_FLOOR)
        return _make(sign, abs(n), e)._fix(context)

    def _sub(self, other, context):
        return self._add(other if other.is_nan() else _make(1 - other._sign, other._int, other._exp, other._special), context)

    def _mul(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return context._raise(InvalidOperation)
            return _make(sign, 0, 0, "Infinity")
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def _truediv(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._special and other._special:
                return context._raise(InvalidOperation)
            return _make(sign, 0, 0, "Infinity") if self._special else _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._raise(DivisionUndefined)
            return context._raise(DivisionByZero, _make(sign, 0, 0, "Infinity"))
        if not self._int:
            return _make(sign, 0, self._exp - other._exp)._fix(context)
        shift = _digits(other._int) - _digits(self._int) + context.prec + 1
        exp = self._exp - other._exp - shift
        if shift >= 0:
            n, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            n, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            # An odd last digit tells the rounding that something follows.
            if n % 5 == 0:
                n += 1
        else:
            ideal = self._exp - other._exp
            while exp < ideal and n % 10 == 0:
                n //= 10
                exp += 1
        return _make(sign, n, exp)._fix(context)

    def _divide(self, other, context):
        """Whole quotient and remainder of finite numbers."""
        sign = self._sign ^ other._sign
        ideal = min(self._exp, other._exp)
        if not self._int or self.adjusted() < other.adjusted() - 1:
            n = 0
            rest = _make(self._sign, self._int * 10 ** (self._exp - ideal), ideal)
        else:
            if self.adjusted() - other.adjusted() > context.prec + 1:
                bad = context._raise(DivisionImpossible)
                return bad, bad
            n, r = divmod(self._int * 10 ** (self._exp - ideal), other._int * 10 ** (other._exp - ideal))
            rest = _make(self._sign, r, ideal)
        if n >= 10 ** context.prec:
            bad = context._raise(DivisionImpossible)
            return bad, bad
        return _make(sign, n, 0), rest

    def _divmod(self, other, context):
        nan = self._nan(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self.is_infinite():
            return (context._raise(InvalidOperation),) * 2 if other.is_infinite() else (_make(sign, 0, 0, "Infinity"), context._raise(InvalidOperation))
        if other.is_infinite():
            return _make(sign, 0, 0), self._fix(context)
        if not other._int:
            if not self._int:
                return (context._raise(DivisionUndefined),) * 2
            return context._raise(DivisionByZero, _make(sign, 0, 0, "Infinity")), context._raise(InvalidOperation)
        q, r = self._divide(other, context)
        return q, r._fix(context)

    def _floordiv(self, other, context):
        if not self._special and not other._special and not other._int and self._int:
            return context._raise(DivisionByZero, _make(self._sign ^ other._sign, 0, 0, "Infinity"))
        return self._divmod(other, context)[0]

    def _mod(self, other, context):
        if not self._special and not other._special and not other._int:
            return context._raise(InvalidOperation if self._int else DivisionUndefined)
        return self._divmod(other, context)[1]

    def _pow(self, other, context):
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if not other:
            return context._raise(InvalidOperation) if not self else _make(0, 1, 0)
        whole = not other._special and other == other.to_integral_value()
        sign = int(bool(self._sign and whole and int(other) & 1))
        if self._sign and not whole and self._int:
            return context._raise(InvalidOperation)
        if not self:
            return _make(sign, 0, 0) if not other._sign else _make(sign, 0, 0, "Infinity")
        if self.is_infinite():
            return _make(sign, 0, 0, "Infinity") if not other._sign else _make(sign, 0, 0)
        if other.is_infinite():
            one = abs(self)._compare(Decimal(1))
            if one == 0:
                return Decimal(1)
            return _make(0, 0, 0, "Infinity") if (one > 0) == (not other._sign) else _make(0, 0, 0)
        base = _make(0, self._int, self._exp)
        if whole:
            power = int(other)
            work = context.copy()
            work.clear_traps()
            work.prec = context.prec + 8 + len(str(abs(power)))
            if power > 0 and _digits(self._int) * power <= 4 * context.prec + 40:
                return _make(sign, self._int ** power, self._exp * power)._fix(context)
            result, square, k = Decimal(1), base, abs(power)
            while k:
                if k & 1:
                    result = result._mul(square, work)
                k >>= 1
                if k:
                    square = square._mul(square, work)
            if result._special:
                return _make(sign, 1, context.Emax + 1)._fix(context) if power > 0 else _make(sign, 1, context.Etiny() - 2)._fix(context)
            if power < 0:
                result = Decimal(1)._truediv(result, work)
            return _make(sign, result._int, result._exp, result._special)._fix(context)
        if not other._special and other._int * 2 == 10 ** -other._exp and not other._sign:
            root = base.sqrt(context)
            return root
        work = context.copy()
        work.clear_traps()
        work.prec = context.prec + 12
        return base.ln(work)._mul(other, work).exp(work)._fix(context)

    def __pow__(self, other, modulo=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(modulo)))
        return self._pow(other, getcontext())

    def __rpow__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else other._pow(self, getcontext())

    def fma(self, other, third, context=None):
        context = context or getcontext()
        work = context.copy()
        work.prec, work.Emax, work.Emin = MAX_PREC, MAX_EMAX, MIN_EMIN
        return self._mul(Decimal(other), work)._add(Decimal(third), context)

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._special:
            nan = self._nan(None, context)
            if nan is not None:
                return nan
            if not self._sign:
                return self
        if not self:
            return _make(self._sign, 0, self._exp >> 1)._fix(context)
        if self._sign:
            return context._raise(InvalidOperation)
        prec = context.prec + 1
        exp = self._exp >> 1
        n = self._int * 10 if self._exp & 1 else self._int
        size = (_digits(self._int) + 1 >> 1) if not self._exp & 1 else (_digits(self._int) >> 1) + 1
        shift = prec - size
        exact = True
        if shift >= 0:
            n *= 100 ** shift
        else:
            n, rest = divmod(n, 100 ** -shift)
            exact = not rest
        exp -= shift
        root = math.isqrt(n)
        exact = exact and root * root == n
        if exact:
            if shift >= 0:
                root //= 10 ** shift
            else:
                root *= 10 ** -shift
            exp += shift
        elif root % 5 == 0:
            root += 1
        work = context.copy()
        work.rounding = ROUND_HALF_EVEN
        answer = _make(0, root, exp)._fix(work)
        context.flags.update({s: True for s, on in work.flags.items() if on})
        return answer

    def _scaled(self, prec):
        """An integer that is self * 10 ** prec, cut."""
        shift = self._exp + prec
        n = self._int * 10 ** shift if shift >= 0 else self._int // 10 ** -shift
        return -n if self._sign else n

    def exp(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self.is_infinite():
            return _make(0, 0, 0) if self._sign else self
        if not self:
            return Decimal(1)
        if self.adjusted() > 7:
            return _make(0, 1, MAX_EMAX)._fix(context) if not self._sign else _make(0, 1, context.Etiny() - 1)._fix(context)
        prec = context.prec + 10 + max(self.adjusted(), 0)
        unit = 10 ** prec
        x = self._scaled(prec)
        k = x // _ln2(prec)
        r = x - k * _ln2(prec)
        halvings = 8
        r >>= halvings
        total = term = unit
        i = 1
        while term:
            term = term * r // (unit * i)
            total += term
            i += 1
        for _ in range(halvings):
            total = total * total // unit
        if k >= 0:
            n, e = total << k, -prec
        else:
            more = -k
            n, e = total * 5 ** more, -prec - more
        return _make(0, n | 1 if n % 10 in (0, 5) else n, e)._fix(context)

    def ln(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if not self:
            return _make(1, 0, 0, "Infinity")
        if self._sign:
            return context._raise(InvalidOperation)
        if self.is_infinite():
            return self
        if self == 1:
            return Decimal(0)
        prec = context.prec + 12 + len(str(abs(self.adjusted()))) + max(0, -(self - 1).adjusted() if self != 1 else 0)
        unit = 10 ** prec
        # m * 10 ** e with m near 1, halved until the series is short.
        e = self.adjusted()
        m = _make(0, self._int, self._exp - e)._scaled(prec)
        n = _ln(m, prec) + e * _ln10(prec)
        return _make(int(n < 0), abs(n), -prec)._fix(context)

    def log10(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if not self:
            return _make(1, 0, 0, "Infinity")
        if self._sign:
            return context._raise(InvalidOperation)
        if self.is_infinite():
            return self
        if str(self._int).rstrip("0") == "1":
            return Decimal(self.adjusted())._fix(context)
        work = context.copy()
        work.prec = context.prec + 10
        return self.ln(work)._truediv(Decimal(10).ln(work), work)._fix(context)

    # rounding
    def _rescale(self, exp, rounding):
        if self._special:
            return self
        if not self._int:
            return _make(self._sign, 0, exp)
        if self._exp >= exp:
            return _make(self._sign, self._int * 10 ** (self._exp - exp), exp)
        return _make(self._sign, _cut(self._int, exp - self._exp, self._sign, rounding)[0], exp)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = Decimal(exp)
        if self._special or exp._special:
            nan = self._nan(exp, context)
            if nan is not None:
                return nan
            return self if self._special and exp._special else context._raise(InvalidOperation)
        answer = self._rescale(exp._exp, rounding or context.rounding)
        if answer._int and _digits(answer._int) > context.prec or answer.adjusted() > context.Emax:
            return context._raise(InvalidOperation)
        if answer._exp > self._exp:
            context._raise(Rounded, answer)
            if answer != self:
                context._raise(Inexact, answer)
        return answer

    def to_integral_value(self, rounding=None, context=None):
        return self if self._special or self._exp >= 0 else self._rescale(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        context = context or getcontext()
        d = self._fix(context)
        if d._special:
            return d._nan(None, context) or d
        n, e = d._int, d._exp
        if not n:
            return _make(d._sign, 0, 0)
        while n % 10 == 0:
            n, e = n // 10, e + 1
        return _make(d._sign, n, e)

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError("optional arg must be an integer")
            return self.quantize(_make(0, 1, -n))
        self._whole_or_raise()
        return int(self._rescale(0, ROUND_HALF_EVEN))

    def _whole_or_raise(self):
        if self.is_nan():
            raise ValueError("cannot convert NaN to integer")
        if self._special:
            raise OverflowError("cannot convert Infinity to integer")

    def __floor__(self):
        self._whole_or_raise()
        return int(self._rescale(0, ROUND_FLOOR))

    def __ceil__(self):
        self._whole_or_raise()
        return int(self._rescale(0, ROUND_CEILING))

    def __int__(self):
        self._whole_or_raise()
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._special:
            if self._special == "sNaN":
                raise ValueError("cannot convert signaling NaN to float")
            return float(("-" if self._sign else "") + self._special)
        return float(f"{'-' if self._sign else ''}{self._int}e{self._exp}")

    def __complex__(self):
        return complex(float(self))

    # comparing
    def _compare(self, other):
        """-1, 0 or 1; neither is a NaN."""
        if self._special or other._special:
            a = (-1 if self._sign else 1) if self._special else 0
            b = (-1 if other._sign else 1) if other._special else 0
            return (a > b) - (a < b)
        a, b = (-self._int if self._sign else self._int), (-other._int if other._sign else other._int)
        if not a or not b or self._sign != other._sign:
            return (a > b) - (a < b)
        if self.adjusted() != other.adjusted():
            less = self.adjusted() < other.adjusted()
            return -1 if less != bool(self._sign) else 1
        e = min(self._exp, other._exp)
        a, b = a * 10 ** (self._exp - e), b * 10 ** (other._exp - e)
        return (a > b) - (a < b)

    def _against(self, other, equal):
        if isinstance(other, float):
            other = Decimal.from_float(other)
        elif isinstance(other, numbers.Rational) and not isinstance(other, (int, Decimal)):
            n, d = self.as_integer_ratio()
            left, right = n * other.denominator, other.numerator * d
            return (left > right) - (left < right)
        else:
            other = _convert(other)
        if other is None:
            return NotImplemented
        if self.is_nan() or other.is_nan():
            if not equal or self.is_snan() or other.is_snan():
                getcontext()._raise(InvalidOperation)
            return None
        return self._compare(other)

    def __eq__(self, other):
        c = self._against(other, True)
        return c if c is NotImplemented else c == 0

    def __lt__(self, other):
        c = self._against(other, False)
        return c if c is NotImplemented else c is not None and c < 0

    def __le__(self, other):
        c = self._against(other, False)
        return c if c is NotImplemented else c is not None and c <= 0

    def __gt__(self, other):
        c = self._against(other, False)
        return c if c is NotImplemented else c is not None and c > 0

    def __ge__(self, other):
        c = self._against(other, False)
        return c if c is NotImplemented else c is not None and c >= 0

    def compare(self, other, context=None):
        other = Decimal(other)
        nan = self._nan(other, context or getcontext())
        return nan if nan is not None else Decimal(self._compare(other))

    def compare_total(self, other, context=None):
        other = Decimal(other)
        c = self._compare(other)
        return Decimal(c or ((self._exp > other._exp) - (self._exp < other._exp)) * (-1 if self._sign else 1))

    def max(self, other, context=None):
        other = Decimal(other)
        return other if self.is_nan() else self if other.is_nan() or self._compare(other) >= 0 else other

    def min(self, other, context=None):
        other = Decimal(other)
        return other if self.is_nan() else self if other.is_nan() or self._compare(other) <= 0 else other

    def __hash__(self):
        if self._special:
            if self._special == "sNaN":
                raise TypeError("Cannot hash a signaling NaN value")
            return object.__hash__(self) if self.is_nan() else -314159 if self._sign else 314159
        n, d = self.as_integer_ratio()
        if d == 1:
            return hash(n)
        from fractions import _hash
        return _hash(n, d)

    # signs, and the rest
    def copy_abs(self): return _make(0, self._int, self._exp, self._special)
    def copy_negate(self): return _make(1 - self._sign, self._int, self._exp, self._special)
    def copy_sign(self, other, context=None): return _make(Decimal(other)._sign, self._int, self._exp, self._special)
    def same_quantum(self, other, context=None): return self._special == Decimal(other)._special and (bool(self._special) or self._exp == Decimal(other)._exp)
    def scaleb(self, other, context=None): return _make(self._sign, self._int, self._exp + int(other), self._special)._fix(context or getcontext())
    def logb(self, context=None): return Decimal(self.adjusted())

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = Decimal(other)
        q = self._truediv(other, context)._rescale(0, ROUND_HALF_EVEN)
        return self._sub(q._mul(other, context), context)

    def number_class(self, context=None):
        if self._special:
            return ("-" if self._sign else "+") + "Infinity" if self.is_infinite() else self._special
        kind = "Zero" if not self._int else "Subnormal" if self.is_subnormal(context) else "Normal"
        return ("-" if self._sign else "+") + kind

    def next_plus(self, context=None): return self._next(context, ROUND_CEILING, 0)
    def next_minus(self, context=None): return self._next(context, ROUND_FLOOR, 1)

    def _next(self, context, rounding, sign):
        work = (context or getcontext()).copy()
        work.rounding, step = rounding, _make(sign, 1, (context or getcontext()).Etiny() - 1)
        work.clear_traps()
        return self._add(step, work)

    def __reduce__(self): return self.__class__, (str(self),)
    def __copy__(self): return self
    def __deepcopy__(self, memo): return self


numbers.Number.register(Decimal)


def _convert(x):
    return x if isinstance(x, Decimal) else Decimal(x) if isinstance(x, int) else None


def _install(name, method):
    def forward(self, other, context=None):
        other = _convert(other)
        return NotImplemented if other is None else method(self, other, context or getcontext())

    def reverse(self, other, context=None):
        other = _convert(other)
        return NotImplemented if other is None else method(other, self, context or getcontext())
    forward.__name__, reverse.__name__ = f"__{name}__", f"__r{name}__"
    setattr(Decimal, forward.__name__, forward)
    setattr(Decimal, reverse.__name__, reverse)


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod"):
    _install(_name, getattr(Decimal, "_" + _name))


def _context_method(name):
    def method(self, a, *rest):
        args = [Decimal(x) for x in rest]
        return getattr(Decimal, name)(Decimal(a), *args, context=self)
    method.__name__ = name
    return method


for _name, _real in (("add", "__add__"), ("subtract", "__sub__"), ("multiply", "__mul__"), ("divide", "__truediv__"), ("divide_int", "__floordiv__"),
                     ("remainder", "__mod__"), ("divmod", "__divmod__"), ("sqrt", "sqrt"), ("exp", "exp"), ("ln", "ln"), ("log10", "log10"), ("fma", "fma"),
                     ("compare", "compare"), ("max", "max"), ("min", "min"), ("normalize", "normalize"), ("to_integral_value", "to_integral_value")):
    setattr(Context, _name, _context_method(_real))
Context.quantize = lambda self, a, b: Decimal(a).quantize(Decimal(b), context=self)
Context.power = lambda self, a, b, modulo=None: Decimal(a)._pow(Decimal(b), self) if modulo is None else Decimal(pow(int(a), int(b), int(modulo)))
Context.plus = lambda self, a: Decimal(a)._fix(self)
Context.minus = lambda self, a: Decimal(a).copy_negate()._fix(self)
Context.abs = lambda self, a: Decimal(a).copy_abs()._fix(self)
Context.to_sci_string = lambda self, a: Decimal(a).__str__(context=self)


def _parse(text):
    s = text.strip().replace("_", "")
    sign = 0
    if s[:1] in ("+", "-"):
        sign = int(s[0] == "-")
        s = s[1:]
    low = s.lower()
    if low in ("inf", "infinity"):
        return _make(sign, 0, 0, "Infinity")
    for name, special in (("snan", "sNaN"), ("nan", "NaN")):
        if low.startswith(name):
            payload = low[len(name):]
            return _make(sign, int(payload or 0), 0, special) if not payload or payload.isdecimal() else None
    number, e, exponent = low.partition("e")
    exp = 0
    if e:
        digits = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not digits.isdecimal():
            return None
        exp = int(exponent)
    whole, point, part = number.partition(".")
    if not (whole + part).isdecimal():
        return None
    return _make(sign, int(whole + part), exp - len(part))


_logs = {}


def _atanh_inverse(n, unit):
    """atanh(1 / n) * unit"""
    term = total = unit // n
    k = 3
    while term:
        term //= n * n
        total += term // k
        k += 2
    return total


def _ln2(prec):
    if ("2", prec) not in _logs:
        unit = 10 ** (prec + 5)
        _logs["2", prec] = (18 * _atanh_inverse(26, unit) - 2 * _atanh_inverse(4801, unit) + 8 * _atanh_inverse(8749, unit)) // 10 ** 5
    return _logs["2", prec]


def _ln10(prec):
    if ("10", prec) not in _logs:
        unit = 10 ** (prec + 5)
        _logs["10", prec] = (46 * _atanh_inverse(31, unit) + 34 * _atanh_inverse(49, unit) + 20 * _atanh_inverse(161, unit)) // 10 ** 5
    return _logs["10", prec]


def _ln(m, prec):
    """ln(m / 10 ** prec) * 10 ** prec, for 1 <= m / 10 ** prec < 10."""
    prec += 5
    unit = 10 ** prec
    m *= 10 ** 5
    twos = 0
    while m > unit * 3 // 2:
        m //= 2
        twos += 1
    roots = 0
    while abs(m - unit) > unit // 1000:
        m = math.isqrt(m * unit)
        roots += 1
    z = (m - unit) * unit // (m + unit)
    square = z * z // unit
    total, term, k = 0, z, 1
    while term:
        total += term // k
        term = term * square // unit
        k += 2
    return ((total * 2 << roots) + twos * _ln2(prec)) // 10 ** 5


def _format(d, spec):
    import re
    m = re.match(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<alt>#)?(?P<zero>0)?(?P<width>\d+)?(?P<sep>,)?"
                 r"(?:\.(?P<prec>\d+))?(?P<type>[eEfFgGn%])?\Z", spec, re.S)
    if m is None:
        raise ValueError("invalid format string")
    kind, prec, context = m["type"], m["prec"], getcontext()
    sign = "-" if d._sign else m["sign"] if m["sign"] in ("+", " ") and m["sign"] else ""
    if d._special:
        body = str(d.copy_abs()) + ("%" if kind == "%" else "")
        if m["zero"]:
            m = {**m.groupdict(), "zero": None}
        whole, part, exp = body, "", ""
    else:
        x = d
        if kind == "%":
            x = _make(d._sign, d._int, d._exp + 2)
        rounding = context.rounding
        if prec is not None:
            prec = int(prec)
            if kind in ("e", "E"):
                x = _round_digits(x, prec + 1, rounding)
            elif kind in ("f", "F", "%"):
                x = x._rescale(-prec, rounding)
            elif _digits(x._int) > max(prec, 1):
                x = _round_digits(x, max(prec, 1), rounding)
        if not x._int and x._exp > 0 and kind in ("f", "F", "%"):
            x = x._rescale(0, rounding)
        if m["no_neg_0"] and not x._int:
            sign = "" if m["sign"] in (None, "-") else m["sign"]
        text = str(x._int)
        left = x._exp + len(text)
        if kind in ("e", "E"):
            point = 1 - prec if not x._int and prec is not None else 1
        elif kind in ("f", "F", "%"):
            point = left
        else:
            point = left if x._exp <= 0 and left > -6 else 1
        if point < 0:
            whole, part = "0", "0" * -point + text
        elif point > len(text):
            whole, part = text + "0" * (point - len(text)), ""
        else:
            whole, part = text[:point] or "0", text[point:]
        e = left - point
        exp = f"{'e' if kind in ('e', 'g') else 'E'}{e:+d}" if e or kind in ("e", "E") else ""
        part = ("." + part if part else "") + exp + ("%" if kind == "%" else "")
    width = int(m["width"] or 0)
    align = m["align"] or ("=" if m["zero"] else ">")
    fill = m["fill"] or ("0" if m["zero"] and not m["align"] else " ")
    if m["sep"]:
        need = width - len(sign) - len(part) if fill == "0" and align == "=" else 0
        groups = []
        while whole:
            groups.append(whole[-3:])
            whole = whole[:-3]
        whole = m["sep"].join(reversed(groups))
        while len(whole) < need:
            first = whole.partition(m["sep"])[0]
            whole = "0" + (m["sep"] if len(first) == 3 else "") + whole if len(first) == 3 else "0" + whole
    body = whole + part
    pad = fill * (width - len(sign) - len(body))
    if align == "<":
        return sign + body + pad
    if align == ">":
        return pad + sign + body
    if align == "=":
        return sign + pad + body
    half = len(pad) // 2
    return pad[:half] + sign + body + pad[half:]


def _round_digits(x, places, rounding):
    """x with so many digits."""
    if not x._int:
        return _make(x._sign, 0, x._exp)
    exp = x.adjusted() + 1 - places
    y = x._rescale(exp, rounding)
    if y.adjusted() + 1 - places != exp:
        y = x._rescale(exp + 1, rounding)
    return y
