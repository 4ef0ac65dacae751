# Times from text: datetime.strptime() and time.strptime().
import re
from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FIELDS = {
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]", "f": r"[0-9]{1,6}", "H": r"2[0-3]|[0-1]\d|\d", "I": r"1[0-2]|0[1-9]|[1-9]| [1-9]",
    "G": r"\d\d\d\d", "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]", "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d", "S": r"6[0-1]|[0-5]\d|\d", "U": r"5[0-3]|[0-4]\d|\d", "W": r"5[0-3]|[0-4]\d|\d", "w": "[0-6]", "u": "[1-7]",
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d", "y": r"\d\d", "Y": r"\d\d\d\d",
    "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|Z", "Z": "utc|gmt", "p": "am|pm",
    "A": "|".join(_DAYS), "a": "|".join(d[:3] for d in _DAYS), "B": "|".join(sorted(_MONTHS, key=len, reverse=True)),
    "b": "|".join(m[:3] for m in _MONTHS),
}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S", "F": "%Y-%m-%d", "R": "%H:%M"}
_made = {}


def _pattern(format):
    if format in _made:
        return _made[format]
    out, i, seen = [], 0, set()
    if "%d" in format and not any(year in format for year in ("%Y", "%y", "%G", "%c", "%x")):
        import sys
        import warnings
        level, frame = 1, sys._getframe()
        while frame.f_back and frame.f_code.co_filename.startswith("<"):
            level, frame = level + 1, frame.f_back
        warnings.warn("""\
Parsing dates involving a day of month without a year specified is ambiguous
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""", DeprecationWarning, stacklevel=level)
    text = format
    while i < len(text):
        c = text[i]
        i += 1
        if c == "%":
            if i == len(text):
                raise ValueError(f"stray % in format '{format}'")
            c = text[i]
            i += 1
            if c in _WHOLE:
                text = text[:i] + _WHOLE[c] + text[i:]
            elif c == "%":
                out.append("%")
            elif c not in _FIELDS and c != "h":
                raise ValueError(f"'{c}' is a bad directive in format '{format}'")
            else:
                c = "b" if c == "h" else c
                if c in seen:
                    raise re.error(f"redefinition of group name {c!r} as group {len(seen) + 1}; was group {[*seen].index(c) + 1}")
                seen.add(c)
                out.append(f"(?P<{c}>{_FIELDS[c]})")
        elif c.isspace():
            if not out or out[-1] != r"\s+":
                out.append(r"\s+")
        else:
            out.append(re.escape(c))
    _made[format] = found = re.compile("".join(out), re.IGNORECASE)
    return found


def _index(names, text):
    return next(i for i, n in enumerate(names) if n.lower() == text.lower())


def parse(text, format):
    """(year or None, month, day, hour, minute, second, microsecond, weekday, day of the year, offset in microseconds or None, zone)"""
    for i, arg in enumerate((text, format)):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {i} must be str, not {type(arg)}")
    found = _pattern(format).match(text)
    if not found:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != found.end():
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    got = found.groupdict()
    number = {k: int(v) for k, v in got.items() if k in "dHIGjmMSUWVywuY"}
    year, month, day = number.get("Y"), number.get("m", 1), number.get("d", 1)
    if "y" in number:
        year = number["y"] + (2000 if number["y"] < 69 else 1900)
    if "B" in got:
        month = _index(_MONTHS, got["B"]) + 1
    if "b" in got:
        month = _index([m[:3] for m in _MONTHS], got["b"]) + 1
    hour = number.get("H", 0)
    if "I" in got:
        hour = number["I"] % 12 + (12 if got.get("p", "").lower() == "pm" else 0)
    weekday = None
    if "A" in got:
        weekday = _index(_DAYS, got["A"])
    elif "a" in got:
        weekday = _index([d[:3] for d in _DAYS], got["a"])
    elif "w" in number:
        weekday = (number["w"] + 6) % 7
    elif "u" in number:
        weekday = number["u"] - 1
    if "G" in number:
        if "j" in number:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if "V" not in number or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif "V" in number:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    julian = number.get("j")
    known = 1900 if year is None else year
    if "G" in number:
        at = date.fromisocalendar(number["G"], number["V"], weekday + 1)
        known, month, day = year, *_ = at.year, at.month, at.day
    elif julian is None and weekday is not None and ("U" in number or "W" in number):
        first = date(known, 1, 1)
        sunday = "U" in number
        week = number["U" if sunday else "W"]
        start = (first.weekday() + 1) % 7 if sunday else first.weekday()
        offset = (weekday + 1) % 7 if sunday else weekday
        julian = offset - start + 1 if week == 0 else (7 - start) % 7 + 7 * (week - 1) + offset + 1
        if julian <= 0:
            at = date.fromordinal(first.toordinal() + julian - 1)
            known = year = at.year
            julian = at.timetuple().tm_yday
    # The 29th of February without a year is looked at as in a leap year.
    if year is None and month == 2 and day == 29:
        known = 1904
    if julian is None:
        julian = date(known, month, day).toordinal() - date(known, 1, 1).toordinal() + 1
    elif "m" not in number and "B" not in got and "b" not in got or "d" not in number:
        at = date.fromordinal(date(known, 1, 1).toordinal() + julian - 1)
        known, month, day = at.year, at.month, at.day
        if year is not None:
            year = known
    if weekday is None:
        weekday = date(known, month, day).weekday()
    offset = None
    if "z" in got:
        z = got["z"].replace(":", "")
        if z in "Zz":
            offset = 0
        else:
            offset = ((int(z[1:3]) * 60 + int(z[3:5])) * 60 + int(z[5:7] or 0)) * 1000000 + int(z[8:].ljust(6, "0") or 0)
            offset = -offset if z[0] == "-" else offset
    zone = got.get("Z")
    return (1900 if year is None else year, month, day, hour, number.get("M", 0), number.get("S", 0), int(got.get("f", "0").ljust(6, "0")),
            weekday, julian, offset, zone)
