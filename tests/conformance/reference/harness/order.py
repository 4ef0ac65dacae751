"""One order where CPython leaves it to memory addresses.

Tasks and futures hash by identity, so a set of them iterates in an order that depends on where the allocator put them.
Here such sets are asyncio's own only (those that a program builds keep CPython's behaviour), and they iterate
in the order of insertion; what starts as a plain set of tasks is put in order of creation first.
"""
import asyncio
import asyncio.graph
import inspect
import sys
import weakref
from asyncio import events, futures, staggered, taskgroups, tasks

_UNKNOWN = 1 << 60
_birth = weakref.WeakKeyDictionary()        # task -> number of its creation


def note_birth(task, number):
    _birth[task] = number


def _note_eager_births(found):
    """An eager task runs before the loop's create_task has returned it: its number is in that method's frame, below its own."""
    running = {t.get_coro().cr_frame: t for t in found if t not in _birth and hasattr(t.get_coro(), 'cr_frame')}
    frame, task = sys._getframe(), None
    while frame is not None and (running or task is not None):
        task = running.pop(frame, task)
        if task is not None and frame.f_code.co_name == 'create_task' and 'number' in frame.f_locals:
            note_birth(task, frame.f_locals['number'])
            task = None
        frame = frame.f_back
    del frame, running, task                    # a frame that holds itself would keep all frames below it


def by_birth(things):
    return sorted(things, key=lambda x: _birth.get(x, _UNKNOWN) if isinstance(x, asyncio.Task) else _UNKNOWN)


class InsertionSet(set):
    """A set that remembers the order of insertion and calls itself `set`."""
    __slots__ = ('_order',)
    __hash__ = None

    def __init__(self, items=()):
        super().__init__()
        self._order = {}
        self.update(items)

    # -- reading --
    def __iter__(self):
        return iter(self._order)

    def __repr__(self):
        return '{' + ', '.join(map(repr, self)) + '}' if self._order else 'set()'

    # -- changing --
    def add(self, item):
        super().add(item)
        self._order[item] = None

    def discard(self, item):
        super().discard(item)
        self._order.pop(item, None)

    def remove(self, item):
        super().remove(item)
        del self._order[item]

    def pop(self):
        for item in self._order:
            self.discard(item)
            return item
        return super().pop()                # raises the usual KeyError

    def clear(self):
        super().clear()
        self._order.clear()

    def update(self, *others):
        for other in others:
            for item in by_birth(other) if type(other) in (set, frozenset) else other:
                self.add(item)

    def difference_update(self, *others):
        for other in others:
            for item in list(other):
                self.discard(item)

    def intersection_update(self, *others):
        kept = self.intersection(*others)
        self.clear()
        self.update(kept)

    def symmetric_difference_update(self, other):
        changed = self.symmetric_difference(other)
        self.clear()
        self.update(changed)

    # -- combining --
    def copy(self):
        return InsertionSet(self)

    __copy__ = copy

    def union(self, *others):
        result = self.copy()
        result.update(*others)
        return result

    def intersection(self, *others):
        others = [set(other) for other in others]
        return InsertionSet([x for x in self if all(x in other for other in others)])

    def difference(self, *others):
        others = [set(other) for other in others]
        return InsertionSet([x for x in self if not any(x in other for other in others)])

    def symmetric_difference(self, other):
        other = InsertionSet(other)
        return InsertionSet([x for x in self if x not in other] + [x for x in other if x not in self])


def _operators():
    def forward(method):
        return lambda self, other: method(self, other) if isinstance(other, (set, frozenset)) else NotImplemented

    def backward(method):
        return lambda self, other: method(InsertionSet(other), self)

    def in_place(method):
        def operate(self, other):
            method(self, other)
            return self
        return operate

    for sign, name in (('or', 'union'), ('and', 'intersection'), ('sub', 'difference'), ('xor', 'symmetric_difference')):
        method = getattr(InsertionSet, name)
        update = getattr(InsertionSet, 'update' if name == 'union' else name + '_update')
        setattr(InsertionSet, f'__{sign}__', forward(method))
        setattr(InsertionSet, f'__r{sign}__', backward(method))
        setattr(InsertionSet, f'__i{sign}__', in_place(update))
    InsertionSet.__name__ = InsertionSet.__qualname__ = 'set'
    InsertionSet.__module__ = 'builtins'


class WeakInsertionSet:
    """What BaseEventLoop._asyncgens and Server._clients need of a WeakSet, in order of insertion."""

    def __init__(self):
        self._order = weakref.WeakKeyDictionary()

    def __len__(self):
        return len(self._order)

    def __iter__(self):
        return iter(list(self._order))

    def add(self, item):
        self._order[item] = None

    def discard(self, item):
        self._order.pop(item, None)

    def clear(self):
        self._order.clear()

    def copy(self):
        return list(self._order)


def _as_completed_init(self, aws, timeout):
    # as in asyncio.tasks, where `todo` is a set display, which no name lookup can replace
    self._done = asyncio.Queue()
    self._timeout_handle = None
    loop = events.get_event_loop()
    todo = InsertionSet([tasks.ensure_future(aw, loop=loop) for aw in InsertionSet(aws)])
    for f in todo:
        f.add_done_callback(self._handle_completion)
    if todo and timeout is not None:
        self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
    self._todo = todo
    self._todo_left = len(todo)


def install():
    _operators()
    tasks.__dict__['set'] = InsertionSet            # the globals that `set(...)` in these modules sees
    taskgroups.__dict__['set'] = InsertionSet
    staggered.__dict__['set'] = InsertionSet
    tasks._AsCompletedIterator.__init__ = _as_completed_init
    real_all_tasks = tasks.all_tasks

    def all_tasks(loop=None):
        if loop is None:
            loop = events.get_running_loop()
        found = real_all_tasks(loop)
        _note_eager_births(found)
        return InsertionSet(found)

    asyncio.all_tasks = tasks.all_tasks = all_tasks
    _install_graph_order()


def _install_graph_order():
    graph = asyncio.graph
    source = inspect.getsource(graph)
    each_parent = 'for parent in future._asyncio_awaited_by:'
    assert source.count(each_parent) == 2
    source = source.replace(each_parent, 'for parent in _by_birth(future._asyncio_awaited_by):')
    exec(compile(source, graph.__file__, 'exec'), graph.__dict__)
    graph._by_birth = by_birth
    for name in graph.__all__:
        setattr(asyncio, name, getattr(graph, name))
