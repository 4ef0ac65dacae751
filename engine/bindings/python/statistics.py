# statistics
from bisect import bisect_left, bisect_right
import math
from collections import Counter


class StatisticsError(ValueError): pass


def _nonempty(data, what):
    data = list(data)
    if not data:
        raise StatisticsError(f"{what} requires at least one data point")
    return data


def _ratio(x):
    """x as numerator and denominator, exactly; None where it is no number (infinite)."""
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return None
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _exact(data):
    """The sum of all as (numerator, denominator); None where one of them is infinite or not a number."""
    parts = {}
    for x in data:
        if type(x) is int:
            n, d = x, 1
        else:
            ratio = _ratio(x)
            if ratio is None:
                return None
            n, d = ratio
        parts[d] = parts.get(d, 0) + n
    if len(parts) == 1:
        return next((n, d) for d, n in parts.items())
    bottom = math.lcm(*parts)
    return sum(n * (bottom // d) for d, n in parts.items()), bottom


def _type_of(data):
    kind = int
    for x in data:
        t = type(x)
        if t not in (int, bool) and t is not kind:
            kind = t if kind is int or t is float else kind
    return kind


def _convert(n, d, kind):
    """n / d rounded once, in the type of the data."""
    if kind is int or kind is bool or kind is float:
        return n // d if kind is not float and n % d == 0 else n / d
    if issubclass(kind, float):
        return kind(n / d)
    from fractions import Fraction
    if issubclass(kind, Fraction):
        return kind(n, d)
    return kind(n) / kind(d)


def mean(data):
    data = _nonempty(data, "mean")
    total = _exact(data)
    if total is None:
        return sum(data) / len(data)
    return _convert(total[0], total[1] * len(data), _type_of(data))


def fmean(data, weights=None):
    data = _nonempty(data, "fmean")
    if weights is None:
        return math.fsum(data) / len(data)
    weights = list(weights)
    return math.fsum(a * b for a, b in zip(data, weights)) / math.fsum(weights)


def geometric_mean(data):
    data = _nonempty(data, "geometric_mean")
    return math.exp(math.fsum(map(math.log, data)) / len(data))


def harmonic_mean(data, weights=None):
    data = _nonempty(data, "harmonic_mean")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    if 0 in data:
        return 0
    if weights == [1] * len(data) and len(data) == 1:
        return data[0]
    total, bottom = _exact([w / x if w else 0 for w, x in zip(weights, data)])
    wn, wd = _exact(weights)
    return _convert(wn * bottom, wd * total, float if _type_of(data) is int else _type_of(data))


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    n = len(data)
    x = data[n // 2]
    below = bisect_left(data, x)
    within = bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (n / 2 - below) / within


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    top = max(counts.values(), default=0)
    return [v for v, n in counts.items() if n == top]


def _squares(data, what, least, center):
    """(numerator, denominator) of the sum of squared differences from the mean, and the number of data; exactly."""
    data = list(data)
    n = len(data)
    if n < least:
        raise StatisticsError(f"{what} requires at least {'one data point' if least == 1 else 'two data points'}")
    if center is not None:
        cn, cd = _ratio(center)
        shifted = []
        for x in data:
            xn, xd = _ratio(x)
            shifted.append((xn * cd - cn * xd, xd * cd))
        bottom = math.lcm(*[d for _, d in shifted])
        return sum((a * (bottom // d)) ** 2 for a, d in shifted), bottom * bottom, n, _type_of(data)
    ratios = [_ratio(x) for x in data]
    bottom = math.lcm(*[d for _, d in ratios])
    whole = [a * (bottom // d) for a, d in ratios]
    s = sum(whole)
    return n * sum(x * x for x in whole) - s * s, bottom * bottom * n, n, _type_of(data)


def variance(data, xbar=None):
    top, bottom, n, kind = _squares(data, "variance", 2, xbar)
    return _convert(top, bottom * (n - 1), kind)


def pvariance(data, mu=None):
    top, bottom, n, kind = _squares(data, "pvariance", 1, mu)
    return _convert(top, bottom * n, kind)


def _root(n, d):
    """The float nearest to the square root of n / d."""
    if not n:
        return 0.0
    q = (n.bit_length() - d.bit_length() - 109) // 2
    if q >= 0:
        top = math.isqrt(n // (d << 2 * q))
        top |= top * top * (d << 2 * q) != n
        return float(top << q)
    top = math.isqrt((n << -2 * q) // d)
    top |= top * top * d != n << -2 * q
    return top / (1 << -q)


def _deviation(top, bottom, kind):
    if kind in (int, float, bool):
        return _root(top, bottom)
    value = _convert(top, bottom, kind)
    return value.sqrt() if hasattr(value, "sqrt") else math.sqrt(value)


def stdev(data, xbar=None):
    top, bottom, n, kind = _squares(data, "stdev", 2, xbar)
    return _deviation(top, bottom * (n - 1), kind)


def pstdev(data, mu=None):
    top, bottom, n, kind = _squares(data, "pstdev", 1, mu)
    return _deviation(top, bottom * n, kind)


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    return math.sumprod([a - xbar for a in x], [b - ybar for b in y]) / (n - 1)


def correlation(x, y, /, *, method="linear"):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    x, y = [a - xbar for a in x], [b - ybar for b in y]
    sxy, sxx, syy = math.sumprod(x, y), math.sumprod(x, x), math.sumprod(y, y)
    try:
        return sxy / math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    xbar = ybar = 0.0
    if not proportional:
        xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    x, y = [a - xbar for a in x], [b - ybar for b in y]
    try:
        slope = (math.sumprod(x, y) + 0.0) / math.sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return namedtuple("LinearRegression", "slope intercept", module="statistics")(slope, 0.0 if proportional else ybar - slope * xbar)


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    m = ld - 1 if method == "inclusive" else ld + 1
    out = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * m, n)
            out.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        else:
            j = min(max(i * m // n, 1), ld - 1)
            delta = i * m - j * n
            out.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return out
