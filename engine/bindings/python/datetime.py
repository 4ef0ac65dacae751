# datetime, on the virtual clock, in UTC
import time as _time
from operator import index as _index
from _ap import c_type as _c_type
MINYEAR, MAXYEAR = 1, 9999
_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_MONTHS = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAYNAMES = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_FULL_MONTHS = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_FULL_DAYS = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def _days_in(y, m): return 29 if m == 2 and _leap(y) else _DAYS[m]


def _to_ordinal(y, m, d):
    p = y - 1
    n = p * 365 + p // 4 - p // 100 + p // 400 + d
    for k in range(1, m):
        n += _days_in(y, k)
    return n


def _from_ordinal(n):
    y = max(1, (n * 400) // 146097)
    while _to_ordinal(y + 1, 1, 1) <= n:
        y += 1
    while _to_ordinal(y, 1, 1) > n:
        y -= 1
    d = n - _to_ordinal(y, 1, 1) + 1
    m = 1
    while d > _days_in(y, m):
        d -= _days_in(y, m)
        m += 1
    return y, m, d


_IsoCalendarDate = None


# A named tuple that shows the module's name too; collections is imported only by who wants one.
def _iso_calendar_date():
    global _IsoCalendarDate
    if _IsoCalendarDate is None:
        from collections import namedtuple

        class IsoCalendarDate(namedtuple("IsoCalendarDate", "year week weekday")):
            __slots__ = ()
            __module__ = "datetime"

            def __repr__(self):
                return f"datetime.{type(self).__name__}(year={self.year}, week={self.week}, weekday={self.weekday})"

        _IsoCalendarDate = IsoCalendarDate
    return _IsoCalendarDate


# What CPython refuses to set.
def _field(name, owner, get):
    def refuse(self, value=None):
        raise AttributeError(f"attribute {name!r} of 'datetime.{owner}' objects is not writable")

    return property(get, refuse, refuse)


@_c_type
class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds", "__weakref__")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        for v, name in ((microseconds, "microseconds"), (milliseconds, "milliseconds"), (seconds, "seconds"), (minutes, "minutes"),
                        (hours, "hours"), (days, "days"), (weeks, "weeks")):
            if not isinstance(v, (int, float)):
                raise TypeError(f"unsupported type for timedelta {name} component: {type(v).__name__}")
        us = 0
        rest = 0.0
        for v, unit in ((weeks, 604800000000), (days, 86400000000), (hours, 3600000000), (minutes, 60000000), (seconds, 1000000),
                        (milliseconds, 1000), (microseconds, 1)):
            if isinstance(v, int):
                us += v * unit
            else:
                whole = int(v)
                us += whole * unit
                part = (v - whole) * unit
                w = int(part)
                us += w
                rest += part - w
        us += round(rest)
        self = object.__new__(cls)
        self._days, r = divmod(us, 86400000000)
        if abs(self._days) > 999999999:
            if not -1 << 31 <= self._days < 1 << 31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={self._days}; must have magnitude <= 999999999")
        self._seconds, self._microseconds = divmod(r, 1000000)
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _us(self): return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds
    def total_seconds(self): return self._us() / 10 ** 6

    def __repr__(self):
        args = [f"{n}={v}" for n, v in (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if v]
        return f"{'datetime.' if type(self) is timedelta else ''}{type(self).__qualname__}({', '.join(args) or '0'})"

    def __str__(self):
        h, m = divmod(self._seconds // 60, 60)
        s = f"{h}:{m:02d}:{self._seconds % 60:02d}"
        if self._days:
            s = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {s}"
        return s + (f".{self._microseconds:06d}" if self._microseconds else "")

    def __add__(self, o): return timedelta(0, 0, self._us() + o._us()) if isinstance(o, timedelta) else NotImplemented
    __radd__ = __add__
    def __sub__(self, o): return timedelta(0, 0, self._us() - o._us()) if isinstance(o, timedelta) else NotImplemented
    def __neg__(self): return timedelta(0, 0, -self._us())
    def __pos__(self): return self
    def __abs__(self): return -self if self._days < 0 else self

    def __mul__(self, o):
        if isinstance(o, int):
            return timedelta(0, 0, self._us() * o)
        if isinstance(o, float):
            a, b = o.as_integer_ratio()
            return timedelta(0, 0, _round_div(self._us() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, o):
        if isinstance(o, timedelta):
            return self._us() / o._us()
        if isinstance(o, int):
            return timedelta(0, 0, _round_div(self._us(), o))
        if isinstance(o, float):
            a, b = o.as_integer_ratio()
            return timedelta(0, 0, _round_div(b * self._us(), a))
        return NotImplemented

    def __floordiv__(self, o):
        if isinstance(o, timedelta):
            return self._us() // o._us()
        return timedelta(0, 0, self._us() // o) if isinstance(o, int) else NotImplemented

    def __mod__(self, o): return timedelta(0, 0, self._us() % o._us()) if isinstance(o, timedelta) else NotImplemented
    def __divmod__(self, o): return self // o, self % o
    def __bool__(self): return self._us() != 0
    def __hash__(self): return hash(self._us())
    def __eq__(self, o): return self._us() == o._us() if isinstance(o, timedelta) else NotImplemented
    def __lt__(self, o): return self._us() < o._us() if isinstance(o, timedelta) else NotImplemented
    def __le__(self, o): return self._us() <= o._us() if isinstance(o, timedelta) else NotImplemented
    def __gt__(self, o): return self._us() > o._us() if isinstance(o, timedelta) else NotImplemented
    def __ge__(self, o): return self._us() >= o._us() if isinstance(o, timedelta) else NotImplemented


def _round_div(a, b):
    q, r = divmod(a, b)
    r *= 2
    return q + 1 if (r > b if b > 0 else r < b) or r == b and q % 2 else q


timedelta.min, timedelta.max, timedelta.resolution = timedelta(-999999999), timedelta(999999999, 86399, 999999), timedelta(0, 0, 1)


@_c_type
class tzinfo:
    def utcoffset(self, dt): raise NotImplementedError("a tzinfo subclass must implement utcoffset()")
    def tzname(self, dt): raise NotImplementedError("a tzinfo subclass must implement tzname()")
    def dst(self, dt): raise NotImplementedError("a tzinfo subclass must implement dst()")
    def fromutc(self, dt): return dt + self.utcoffset(dt)


def _offset_text(off, sep=":"):
    if off is None:
        return ""
    us = off._us()
    sign = "-" if us < 0 else "+"
    h, r = divmod(abs(us), 3600000000)
    m, r = divmod(r, 60000000)
    s = f"{sign}{h:02d}{sep}{m:02d}"
    return s + (f"{sep}{r // 1000000:02d}" if r else "")


@_c_type
class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if not -timedelta(hours=24) < offset < timedelta(hours=24):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not " + repr(offset))
        self._offset, self._name = offset, name

    def utcoffset(self, dt): return self._offset
    def dst(self, dt): return None
    def tzname(self, dt): return self._name or ("UTC" if not self._offset else "UTC" + _offset_text(self._offset))
    def __str__(self): return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return f"datetime.timezone({self._offset!r}{f', {self._name!r}' if self._name else ''})"

    def __eq__(self, o): return self._offset == o._offset if isinstance(o, timezone) else NotImplemented
    def __hash__(self): return hash(self._offset)


UTC = timezone.utc = timezone(timedelta(0))


def _strftime(o, fmt, y, mo, d, h, mi, s, us, tz):
    wd = (_to_ordinal(y, mo, d) + 6) % 7
    fmt = fmt.replace("%%", "\0")
    fmt = fmt.replace("%f", f"{us:06d}").replace("%Y", f"{y:04d}")
    off = tz.utcoffset(o) if tz else None
    fmt = fmt.replace("%:z", _offset_text(off)).replace("%z", _offset_text(off, "")).replace("%Z", tz.tzname(o) if tz else "")
    yday = _to_ordinal(y, mo, d) - _to_ordinal(y, 1, 1) + 1
    return _time.strftime(fmt.replace("\0", "%%"), (y, mo, d, h, mi, s, wd, yday, -1))


def _check_date(y, m, d):
    for v in (y, m, d):
        if not isinstance(v, int):
            raise TypeError(f"'{type(v).__name__}' object cannot be interpreted as an integer")
    if not 1 <= y <= 9999:
        raise ValueError(f"year must be in 1..9999, not {y}")
    if not 1 <= m <= 12:
        raise ValueError(f"month must be in 1..12, not {m}")
    if not 1 <= d <= _days_in(y, m):
        raise ValueError(f"day {d} must be in range 1..{_days_in(y, m)} for month {m} in year {y}")


def _missing_part(year, month):
    for v in (year, month):
        if v is not None and not isinstance(v, int):
            raise TypeError(f"'{type(v).__name__}' object cannot be interpreted as an integer")
    raise TypeError(f"function missing required argument {"'month' (pos 2)" if month is None else "'day' (pos 3)"}")


def _check_time(h, mi, s, us):
    for v in (h, mi, s, us):
        if not isinstance(v, int):
            raise TypeError(f"'{type(v).__name__}' object cannot be interpreted as an integer")
    if not 0 <= h <= 23:
        raise ValueError(f"hour must be in 0..23, not {h}")
    if not 0 <= mi <= 59:
        raise ValueError(f"minute must be in 0..59, not {mi}")
    if not 0 <= s <= 59:
        raise ValueError(f"second must be in 0..59, not {s}")
    if not 0 <= us <= 999999:
        raise ValueError(f"microsecond must be in 0..999999, not {us}")


@_c_type
class date:
    def __new__(cls, year, month=None, day=None):
        if day is None:
            _missing_part(year, month)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = _field("year", "date", lambda self: self._year)
    month = _field("month", "date", lambda self: self._month)
    day = _field("day", "date", lambda self: self._day)

    @classmethod
    def today(cls): return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t): return cls(*_time.gmtime(t)[:3])

    @classmethod
    def fromordinal(cls, n): return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, s):
        if not isinstance(s, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_iso_date(s))
        except ValueError as e:
            if "must be" in str(e):
                raise
            raise ValueError(f"Invalid isoformat string: {s!r}") from None

    @classmethod
    def strptime(cls, date_string, format): return datetime.strptime(date_string, format).date()

    def toordinal(self): return _to_ordinal(self._year, self._month, self._day)
    def weekday(self): return (self.toordinal() + 6) % 7
    def isoweekday(self): return self.weekday() + 1
    def isoformat(self): return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"
    __str__ = isoformat
    def timetuple(self): return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self.toordinal() - _to_ordinal(self._year, 1, 1) + 1, -1))
    def strftime(self, format): return _strftime(self, format, self._year, self._month, self._day, 0, 0, 0, 0, None)
    def ctime(self): return self.strftime("%a %b %e %H:%M:%S %Y")

    def isocalendar(self):
        thursday = _from_ordinal(self.toordinal() - self.weekday() + 3)
        week = (_to_ordinal(*thursday) - _to_ordinal(thursday[0], 1, 1)) // 7 + 1
        return _iso_calendar_date()(thursday[0], week, self.isoweekday())

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
        first = _to_ordinal(year, 1, 4)
        first -= (first + 6) % 7
        if not (0 < week < 53 or week == 53 and (_to_ordinal(year, 12, 28) - first) // 7 == 52):
            raise ValueError(f"Invalid week: {week}")
        if not 0 < day < 8:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls(*_from_ordinal(first + (week - 1) * 7 + day - 1))

    def __format__(self, fmt): return self.strftime(fmt) if fmt else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self._year, month or self._month, day or self._day)

    def __repr__(self): return f"datetime.{type(self).__qualname__}({self._year}, {self._month}, {self._day})"

    def __add__(self, o):
        if isinstance(o, timedelta):
            n = self.toordinal() + o.days
            if 0 < n <= 3652059:
                return type(self)(*_from_ordinal(n))
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, o):
        if isinstance(o, timedelta):
            return self + timedelta(-o.days)
        return timedelta(self.toordinal() - o.toordinal()) if isinstance(o, date) and not isinstance(o, datetime) else NotImplemented

    def _key(self): return (self._year, self._month, self._day)
    def _same(self, o): return isinstance(o, date) and isinstance(o, datetime) == isinstance(self, datetime)
    def __eq__(self, o): return self._key() == o._key() if self._same(o) else NotImplemented
    def __lt__(self, o): return self._key() < o._key() if self._same(o) else NotImplemented
    def __le__(self, o): return self._key() <= o._key() if self._same(o) else NotImplemented
    def __gt__(self, o): return self._key() > o._key() if self._same(o) else NotImplemented
    def __ge__(self, o): return self._key() >= o._key() if self._same(o) else NotImplemented
    def __hash__(self): return hash(self._key())


# The digits s[at:at + n] as a number.
def _digits(s, at, n):
    part = s[at:at + n]
    if len(part) != n or not part.isdecimal() or not part.isascii():
        raise ValueError
    return int(part)


# ISO 8601: 2024-02-29, 20240229, 2024-W09-4, 2024W094; the day of a week may be left out.
def _iso_date(s):
    year, dash = _digits(s, 0, 4), s[4:5] == "-"
    at = 5 if dash else 4
    if s[at:at + 1] != "W":
        if len(s) != (10 if dash else 8) or dash and s[7] != "-":
            raise ValueError
        return year, _digits(s, at, 2), _digits(s, 8 if dash else 6, 2)
    week, rest, day = _digits(s, at + 1, 2), s[at + 3:], 1
    if rest:
        if len(rest) != 1 + dash or dash and rest[0] != "-":
            raise ValueError
        day = _digits(rest, dash, 1)
    return date.fromisocalendar(year, week, day)._key()


# [hours, minutes, seconds, microseconds] of 13:05:09.5 or 130509.5
def _iso_clock(s):
    found, at, colon = [_digits(s, 0, 2), 0, 0, 0], 2, s[2:3] == ":"
    for i in (1, 2):
        if at == len(s):
            return found
        if colon:
            if s[at] != ":":
                raise ValueError
            at += 1
        found[i] = _digits(s, at, 2)
        at += 2
    if at < len(s):
        if s[at] not in ".,":
            raise ValueError
        n = len(s) - at - 1
        found[3] = int(str(_digits(s, at + 1, n)).zfill(n).ljust(6, "0")[:6]) if n else _digits(s, at, 9)
    return found


# What stands before the offset, and the time zone that it says.
def _iso_time(s):
    if s[-1:] == "Z":
        return _iso_clock(s[:-1]), UTC
    at = max(s.find("+"), s.find("-"))
    if at < 0:
        return _iso_clock(s), None
    h, m, sec, us = _iso_clock(s[at + 1:])
    delta = timedelta(hours=h, minutes=m, seconds=sec, microseconds=us)
    return _iso_clock(s[:at]), timezone(-delta if s[at] == "-" else delta) if delta else UTC


# Where the date ends.
def _iso_date_end(s):
    if s[4:5] == "-":
        if s[5:6] != "W":
            return 10
        return 10 if s[8:9] == "-" and not s[10:11].isdigit() else 8
    if s[4:5] != "W":
        return 8
    n = 7
    while s[n:n + 1].isdigit():
        n += 1
    return n if n < 9 else 8 if n % 2 else 7


def _time_text(h, mi, s, us, spec="auto"):
    if spec == "auto":
        spec = "microseconds" if us else "seconds"
    if spec not in ("hours", "minutes", "seconds", "milliseconds", "microseconds"):
        raise ValueError("Unknown timespec value")
    return {"hours": f"{h:02d}", "minutes": f"{h:02d}:{mi:02d}", "seconds": f"{h:02d}:{mi:02d}:{s:02d}",
            "milliseconds": f"{h:02d}:{mi:02d}:{s:02d}.{us // 1000:03d}", "microseconds": f"{h:02d}:{mi:02d}:{s:02d}.{us:06d}"}[spec]


@_c_type
class time:
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._t, self._tz, self._fold = (hour, minute, second, microsecond), tzinfo, fold
        return self

    hour = _field("hour", "time", lambda self: self._t[0])
    minute = _field("minute", "time", lambda self: self._t[1])
    second = _field("second", "time", lambda self: self._t[2])
    microsecond = _field("microsecond", "time", lambda self: self._t[3])
    tzinfo = property(lambda self: self._tz)
    fold = property(lambda self: self._fold)

    def utcoffset(self): return self._tz.utcoffset(None) if self._tz else None
    def isoformat(self, timespec="auto"): return _time_text(*self._t, timespec) + _offset_text(self.utcoffset())
    __str__ = isoformat
    def strftime(self, format): return _strftime(self, format, 1900, 1, 1, *self._t, self._tz)
    def __format__(self, fmt): return self.strftime(fmt) if fmt else str(self)

    @classmethod
    def fromisoformat(cls, s):
        if not isinstance(s, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            clock, tz = _iso_time(s.removeprefix("T"))
            return cls(*clock, tz)
        except ValueError as e:
            if "must be" in str(e):
                raise
            raise ValueError(f"Invalid isoformat string: {s!r}") from None

    @classmethod
    def strptime(cls, date_string, format): return datetime.strptime(date_string, format).time()

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        t = [b if a is None else a for a, b in zip((hour, minute, second, microsecond), self._t)]
        return type(self)(*t, tzinfo=self._tz if tzinfo is True else tzinfo)

    def __repr__(self):
        n = 4 if self._t[3] else 3 if self._t[2] else 2
        return f"datetime.time({', '.join(map(str, self._t[:n]))}{', fold=1' if self._fold else ''}{f', tzinfo={self._tz!r}' if self._tz else ''})"

    def _key(self):
        off = self.utcoffset() or timedelta(0)
        return timedelta(0, self._t[0] * 3600 + self._t[1] * 60 + self._t[2], self._t[3]) - off

    def _same(self, o):
        if isinstance(o, time) and (self.utcoffset() is None) != (o.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return isinstance(o, time)

    def __eq__(self, o):
        if not isinstance(o, time):
            return NotImplemented
        return (self.utcoffset() is None) == (o.utcoffset() is None) and self._key() == o._key()

    def __lt__(self, o): return self._key() < o._key() if self._same(o) else NotImplemented
    def __le__(self, o): return self._key() <= o._key() if self._same(o) else NotImplemented
    def __gt__(self, o): return self._key() > o._key() if self._same(o) else NotImplemented
    def __ge__(self, o): return self._key() >= o._key() if self._same(o) else NotImplemented
    def __hash__(self): return hash(self._key())


@_c_type
class datetime(date):
    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if day is None:
            _missing_part(year, month)
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._t, self._tz, self._fold = (hour, minute, second, microsecond), tzinfo, fold
        return self

    hour = _field("hour", "datetime", lambda self: self._t[0])
    minute = _field("minute", "datetime", lambda self: self._t[1])
    second = _field("second", "datetime", lambda self: self._t[2])
    microsecond = _field("microsecond", "datetime", lambda self: self._t[3])
    tzinfo = property(lambda self: self._tz)
    fold = property(lambda self: self._fold)

    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        import warnings
        warnings.warn("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware "
                      "objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).", DeprecationWarning, 2)
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        us = round(t % 1 * 1000000)
        whole = int(t // 1)
        if us == 1000000:
            whole, us = whole + 1, 0
        made = cls(*_from_ordinal(719163 + whole // 86400), whole // 3600 % 24, whole // 60 % 60, whole % 60, us)
        if tz is not None:
            return tz.fromutc(made.replace(tzinfo=tz))
        return made

    @classmethod
    def utcfromtimestamp(cls, t): return cls.fromtimestamp(t)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, *time._t, tzinfo=time._tz if tzinfo is True else tzinfo)

    @classmethod
    def fromisoformat(cls, s):
        if not isinstance(s, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            end = _iso_date_end(s)
            day, clock, tz = _iso_date(s[:end]), [0] * 4, None
            if len(s) > end:
                clock, tz = _iso_time(s[end + 1:])
            if clock == [24, 0, 0, 0]:
                return cls(*day, 0, 0, 0, 0, tz) + timedelta(1)
            return cls(*day, *clock, tz)
        except ValueError as e:
            if "must be" in str(e):
                raise
            raise ValueError(f"Invalid isoformat string: {s!r}") from None

    @classmethod
    def strptime(cls, date_string, format, /):
        from _strptime import parse
        for i, arg in enumerate((date_string, format), 1):
            if not isinstance(arg, str):
                raise TypeError(f"strptime() argument {i} must be str, not {type(arg).__name__}")
        year, month, day, *clock, _, _, offset, zone = parse(date_string, format)
        tz = None
        if offset is not None:
            tz = timezone(timedelta(microseconds=offset), zone) if zone else timezone(timedelta(microseconds=offset)) if offset else UTC
        return cls(year, month, day, *clock, tz)

    def date(self): return date(self._year, self._month, self._day)
    def time(self): return time(*self._t)
    def timetz(self): return time(*self._t, tzinfo=self._tz)
    def utcoffset(self): return self._tz.utcoffset(self) if self._tz else None
    def tzname(self): return self._tz.tzname(self) if self._tz else None
    def dst(self): return self._tz.dst(self) if self._tz else None

    def _us(self):
        h, m, s, us = self._t
        return ((self.toordinal() * 24 + h) * 60 + m) * 60000000 + s * 1000000 + us

    def timestamp(self):
        off = self.utcoffset()
        return (self._us() - 719163 * 86400000000 - (off._us() if off else 0)) / 10 ** 6

    def timetuple(self):
        h, m, s, _ = self._t
        return _time.struct_time((self._year, self._month, self._day, h, m, s, self.weekday(), self.toordinal() - _to_ordinal(self._year, 1, 1) + 1, -1))

    def utctimetuple(self):
        offset = self.utcoffset()
        at = self.replace(tzinfo=None) - offset if offset else self
        return _time.struct_time((*at.timetuple()[:8], 0))

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(timedelta(0), "UTC")
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        off = self.utcoffset() or timedelta(0)
        return tz.fromutc((self - off).replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        t = [b if a is None else a for a, b in zip((hour, minute, second, microsecond), self._t)]
        return type(self)(year or self._year, month or self._month, day or self._day, *t, self._tz if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _time_text(*self._t, timespec) + _offset_text(self.utcoffset())

    def __str__(self): return self.isoformat(" ")
    def strftime(self, format): return _strftime(self, format, self._year, self._month, self._day, *self._t, self._tz)

    def __repr__(self):
        n = 4 if self._t[3] else 3 if self._t[2] else 2
        parts = [self._year, self._month, self._day, *self._t[:n]]
        return f"datetime.{type(self).__qualname__}({', '.join(map(str, parts))}{', fold=1' if self._fold else ''}{f', tzinfo={self._tz!r}' if self._tz else ''})"

    def __add__(self, o):
        if not isinstance(o, timedelta):
            return NotImplemented
        us = self._us() + o._us()
        days, r = divmod(us, 86400000000)
        if not 0 < days <= 3652059:
            raise OverflowError("date value out of range")
        s, us = divmod(r, 1000000)
        return type(self)(*_from_ordinal(days), s // 3600, s // 60 % 60, s % 60, us, self._tz)

    __radd__ = __add__

    def __sub__(self, o):
        if isinstance(o, timedelta):
            return self + -o
        if not isinstance(o, datetime):
            return NotImplemented
        a, b = self.utcoffset(), o.utcoffset()
        if (a is None) != (b is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta(0, 0, self._us() - o._us() - (a._us() - b._us() if a is not None else 0))

    def _key(self):
        off = self.utcoffset()
        return self._us() - (off._us() if off else 0)

    def _same(self, o):
        if isinstance(o, datetime) and (self.utcoffset() is None) != (o.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return isinstance(o, datetime)

    def __eq__(self, o):
        if not isinstance(o, datetime):
            return NotImplemented
        return (self.utcoffset() is None) == (o.utcoffset() is None) and self._key() == o._key()

    __hash__ = date.__hash__


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
datetime.min, datetime.max, datetime.resolution = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), timedelta(0, 0, 1)
