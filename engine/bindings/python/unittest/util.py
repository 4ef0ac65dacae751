__unittest = True
_MAX_LENGTH = 80
_PLACEHOLDER_LEN, _MIN_BEGIN_LEN, _MIN_END_LEN, _MIN_COMMON_LEN = 12, 5, 5, 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + " [truncated]..."


def _shorten(s, prefix, suffix):
    skip = len(s) - prefix - suffix
    return f"{s[:prefix]}[{skip} chars]{s[len(s) - suffix:]}" if skip > _PLACEHOLDER_LEN else s


def _common_prefix(texts):
    first, last = min(texts), max(texts)
    n = 0
    while n < len(first) and first[n] == last[n]:
        n += 1
    return first[:n]


def _common_shorten_repr(*args):
    """Reprs of the arguments, what they begin with alike shortened."""
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= _MAX_LENGTH:
        return args
    prefix = _common_prefix(args)
    n = len(prefix)
    common = _MAX_LENGTH - (longest - n + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if common > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, common)
        return tuple(prefix + s[n:] for s in args)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(s[n:], _MIN_DIFF_LEN, _MIN_END_LEN) for s in args)


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def unorderable_list_difference(expected, actual):
    missing, rest = [], list(actual)
    for item in expected:
        try:
            rest.remove(item)
        except ValueError:
            missing.append(item)
    return missing, rest


def count_differences(first, second):
    """[(times in first, times in second, element)] where the times differ."""
    first, second = list(first), list(second)
    try:
        from collections import Counter
        a, b = Counter(first), Counter(second)
    except TypeError:
        a = b = None
    out = []
    if a is not None:
        for elem, n in a.items():
            if n != b.get(elem, 0):
                out.append((n, b.get(elem, 0), elem))
        for elem, n in b.items():
            if elem not in a:
                out.append((0, n, elem))
        return out
    gone = object()
    for i, elem in enumerate(first):
        if elem is gone:
            continue
        n = m = 0
        for j in range(i, len(first)):
            if first[j] == elem:
                n += 1
                first[j] = gone
        for j, other in enumerate(second):
            if other == elem:
                m += 1
                second[j] = gone
        if n != m:
            out.append((n, m, elem))
    for i, elem in enumerate(second):
        if elem is not gone:
            n = 0
            for j in range(i, len(second)):
                if second[j] == elem:
                    n += 1
                    second[j] = gone
            out.append((0, n, elem))
    return out
