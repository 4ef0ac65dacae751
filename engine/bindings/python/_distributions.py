# The distributions of random.Random that few programs ask for. `...`: not given.
from bisect import bisect
from itertools import accumulate
from math import acos, ceil, cos, e, exp, floor, fabs, lgamma, log, log2, pi, sqrt

_NV_MAGIC = 4 * exp(-0.5) / sqrt(2.0)
_TWO_PI = 2.0 * pi


def _given(value, otherwise):
    return otherwise if value is ... else value


def triangular(self, low, high, mode):
    low, high = _given(low, 0.0), _given(high, 1.0)
    u = self.random()
    try:
        c = 0.5 if mode is None or mode is ... else (mode - low) / (high - low)
    except ZeroDivisionError:
        return low
    if u > c:
        u, c = 1.0 - u, 1.0 - c
        low, high = high, low
    return low + (high - low) * sqrt(u * c)


def normalvariate(self, mu, sigma):
    while True:
        u1 = self.random()
        u2 = 1.0 - self.random()
        z = _NV_MAGIC * (u1 - 0.5) / u2
        if z * z / 4.0 <= -log(u2):
            return _given(mu, 0.0) + z * _given(sigma, 1.0)


def lognormvariate(self, mu, sigma):
    return exp(normalvariate(self, mu, sigma))


def expovariate(self, lambd):
    return -log(1.0 - self.random()) / _given(lambd, 1.0)


def paretovariate(self, alpha):
    u = 1.0 - self.random()
    return u ** (-1.0 / alpha)


def weibullvariate(self, alpha, beta):
    u = 1.0 - self.random()
    return alpha * (-log(u)) ** (1.0 / beta)


# Cheng (1977) above 1, Ahrens and Dieter's GS below.
def gammavariate(self, alpha, beta):
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError("gammavariate: alpha and beta must be > 0.0")
    random = self.random
    if alpha > 1.0:
        ainv = sqrt(2.0 * alpha - 1.0)
        bbb, ccc = alpha - log(4.0), alpha + ainv
        while True:
            u1 = random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - random()
            v = log(u1 / (1.0 - u1)) / ainv
            x = alpha * exp(v)
            z = u1 * u1 * u2
            s = bbb + ccc * v - x
            if s + (1.0 + log(4.5)) - 4.5 * z >= 0.0 or s >= log(z):
                return x * beta
    if alpha == 1.0:
        return -log(1.0 - random()) * beta
    while True:
        u = random()
        b = (e + alpha) / e
        p = b * u
        x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
        u1 = random()
        if u1 <= x ** (alpha - 1.0) if p > 1.0 else u1 <= exp(-x):
            return x * beta


def betavariate(self, alpha, beta):
    y = gammavariate(self, alpha, 1.0)
    return y / (y + gammavariate(self, beta, 1.0)) if y else 0.0


def vonmisesvariate(self, mu, kappa):
    random = self.random
    if kappa <= 1e-6:
        return _TWO_PI * random()
    s = 0.5 / kappa
    r = s + sqrt(1.0 + s * s)
    while True:
        z = cos(pi * random())
        d = z / (r + z)
        u = random()
        if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
            break
    q = 1.0 / r
    f = (q + z) / (1.0 + q * z)
    return ((mu + acos(f)) if random() > 0.5 else (mu - acos(f))) % _TWO_PI


# Geometric gaps where n * p is small, else Hormann's BTRS.
def binomialvariate(self, n, p):
    n, p = _given(n, 1), _given(p, 0.5)
    if n < 0:
        raise ValueError("n must be non-negative")
    if p <= 0.0 or p >= 1.0:
        if p == 0.0:
            return 0
        if p == 1.0:
            return n
        raise ValueError("p must be in the range 0.0 <= p <= 1.0")
    random = self.random
    if n == 1:
        return int(random() < p)
    if p > 0.5:
        return n - binomialvariate(self, n, 1.0 - p)
    if n * p < 10.0:
        x = y = 0
        c = log2(1.0 - p)
        if not c:
            return x
        while True:
            y += floor(log2(random()) / c) + 1
            if y > n:
                return x
            x += 1
    spq = sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spq
    a = -0.0873 + 0.0248 * b + 0.01 * p
    c = n * p + 0.5
    vr = 0.92 - 4.2 / b
    while True:
        u = random() - 0.5
        us = 0.5 - fabs(u)
        k = floor((2.0 * a / us + b) * u + c)
        if k < 0 or k > n:
            continue
        v = random()
        if us >= 0.07 and v <= vr:
            return k
        alpha = (2.83 + 5.1 / b) * spq
        lpq = log(p / (1.0 - p))
        m = floor((n + 1) * p)
        h = lgamma(m + 1) + lgamma(n - m + 1)
        v *= alpha / (a / (us * us) + b)
        if log(v) <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - m) * lpq:
            return k


def counted(self, population, k, counts):
    sums = list(accumulate(counts))
    if len(sums) != len(population):
        raise ValueError("The number of counts does not match the population")
    total = sums.pop() if sums else 0
    if not isinstance(total, int):
        raise TypeError("Counts must be integers")
    if total < 0:
        raise ValueError("Counts must be non-negative")
    return [population[bisect(sums, s)] for s in self.sample(range(total), k)]
