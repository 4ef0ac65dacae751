"""Simulated time.  One `Clock` is the time of everything: loop.time(), the time module, datetime."""
import datetime
import time

EPOCH = 1767225600.0            # time.time() at the start of every program
FREE_READS = 1000               # looks at the clock that cost nothing, since it last moved
READ_COST = 1e-6                # what each further look costs, so that a busy wait ends


class Clock:
    def __init__(self):
        self.now = 0.0
        self.moved_at = 0.0
        self.reads = 0
        self.listeners = []     # called with the new time after every move

    def read(self):
        """A look at the clock by the program (asyncio's own looks use `now`)."""
        self.reads += 1
        if self.reads > FREE_READS:
            self.now = self.moved_at + (self.reads - FREE_READS) * READ_COST
        return self.now

    def move_to(self, when):
        self.now = self.moved_at = when
        self.reads = 0
        for listener in self.listeners:
            listener(when)

    def snapshot(self):
        return self.now, self.moved_at, self.reads

    def restore(self, snapshot):
        self.now, self.moved_at, self.reads = snapshot


clock = Clock()


def sleep(seconds, /):
    """time.sleep: moves the clock while holding whoever called it."""
    if not hasattr(seconds, '__float__') and not hasattr(seconds, '__index__'):
        kind = type(seconds).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer or float")
    seconds = float(seconds)
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    if seconds > 0:
        clock.move_to(clock.now + seconds)


def wall_time():
    return EPOCH + clock.read()


def monotonic():
    return clock.read()


def _nanoseconds(seconds):
    return round(seconds * 1e9)


def _install_time_module():
    wall_time.__name__ = wall_time.__qualname__ = 'time'
    for function in (wall_time, monotonic, sleep):
        function.__module__ = 'time'

    time.time, time.sleep = wall_time, sleep
    time.time_ns = lambda: int(EPOCH) * 10**9 + _nanoseconds(clock.read())
    for name in ('monotonic', 'perf_counter', 'process_time', 'thread_time'):
        setattr(time, name, monotonic)
        setattr(time, name + '_ns', lambda: _nanoseconds(clock.read()))

    # the calendar functions default to now
    def at_now(real):
        return lambda seconds=None: real(wall_time() if seconds is None else seconds)

    def of_now(real):
        return lambda parts=None: real(time.localtime() if parts is None else parts)

    time.localtime, time.gmtime, time.ctime = map(at_now, (time.localtime, time.gmtime, time.ctime))
    time.asctime = of_now(time.asctime)
    strftime = time.strftime
    time.strftime = lambda fmt, parts=None: strftime(fmt, time.localtime() if parts is None else parts)


def _install_datetime():
    real_datetime, real_date = datetime.datetime, datetime.date

    class VirtualDateTime(real_datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(wall_time(), tz)

        @classmethod
        def utcnow(cls):
            return cls.fromtimestamp(wall_time(), datetime.timezone.utc).replace(tzinfo=None)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(wall_time())

        def __repr__(self):
            return 'datetime.' + real_datetime.__repr__(self)

    class VirtualDate(real_date):
        @classmethod
        def today(cls):
            return cls.fromtimestamp(wall_time())

        def __repr__(self):
            return 'datetime.' + real_date.__repr__(self)

    for cls, name in ((VirtualDateTime, 'datetime'), (VirtualDate, 'date')):
        cls.__name__ = cls.__qualname__ = name
        cls.__module__ = 'datetime'
        setattr(datetime, name, cls)


def install():
    _install_time_module()
    _install_datetime()
