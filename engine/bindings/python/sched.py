"""sched: actions at their times, in the order of time, priority and entering."""
import heapq
import itertools
import time as _time
from collections import namedtuple

__all__ = ["scheduler"]
_fields = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")
_sentinel = object()


class Event(_fields):
    __slots__ = ()

    def _key(self):
        return self[:3]

    def __lt__(self, other):
        return self[:3] < other[:3]

    def __le__(self, other):
        return self[:3] <= other[:3]

    def __gt__(self, other):
        return self[:3] > other[:3]

    def __ge__(self, other):
        return self[:3] >= other[:3]


class scheduler:
    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self._queue = []
        self._numbers = itertools.count()
        self.timefunc, self.delayfunc = timefunc, delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _sentinel else kwargs)
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        while self._queue:
            event = self._queue[0]
            now = self.timefunc()
            if event.time > now:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
            else:
                heapq.heappop(self._queue)
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)

    @property
    def queue(self):
        return sorted(self._queue)
