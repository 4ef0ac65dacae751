# statistics
import math
from collections import Counter


class StatisticsError(ValueError): pass


def _nonempty(data, what):
    data = list(data)
    if not data:
        raise StatisticsError(f"{what} requires at least one data point")
    return data


def _divide(total, n):
    r = total / n
    return int(r) if isinstance(total, int) and total % n == 0 else r


def mean(data):
    data = _nonempty(data, "mean")
    return _divide(sum(data) if all(isinstance(x, int) for x in data) else math.fsum(data), len(data))


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
    return len(data) / math.fsum(1 / x for x in data)


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


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    top = max(counts.values(), default=0)
    return [v for v, n in counts.items() if n == top]


def _squares(data, what, least, center=None):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(f"{what} requires at least {'one data point' if least == 1 else 'two data points'}")
    if all(isinstance(x, int) for x in data) and center is None:
        n, s = len(data), sum(data)
        return n * sum(x * x for x in data) - s * s, n, n
    c = mean(data) if center is None else center
    return math.fsum((x - c) ** 2 for x in data), 1, len(data)


def variance(data, xbar=None):
    ss, scale, n = _squares(data, "variance", 2, xbar)
    return _divide(ss, scale * (n - 1))


def pvariance(data, mu=None):
    ss, scale, n = _squares(data, "pvariance", 1, mu)
    return _divide(ss, scale * n)


def stdev(data, xbar=None):
    ss, scale, n = _squares(data, "stdev", 2, xbar)
    return math.sqrt(ss / (scale * (n - 1)))


def pstdev(data, mu=None):
    ss, scale, n = _squares(data, "pstdev", 1, mu)
    return math.sqrt(ss / (scale * n))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
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
