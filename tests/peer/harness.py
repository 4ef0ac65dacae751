# Runs the tests of one file of CPython's test_asyncio on the engine and tells what became of each, a line of JSON a test.
# run.mjs puts before this: SOURCE (the file's text), NAME (test_locks), DONE (identities of tests that are not to run any more).
import asyncio
import contextlib
import gc
import json
import logging
import re
import sys
import time
import types
import unittest
from unittest import mock


def module(name, **members):
    made = types.ModuleType(name)
    made.__dict__.update(members)
    sys.modules[name] = made
    outer, _, last = name.rpartition('.')
    if outer:
        setattr(sys.modules[outer], last, made)
    return made


# What the files ask of CPython's own helpers, as far as it means something on a simulated clock; written from how it is used.
def keep(item):
    return item


def gc_collect():
    for _ in range(3):
        gc.collect()


@contextlib.contextmanager
def captured(name):
    import io
    before = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, before)


@contextlib.contextmanager
def swap_attr(obj, name, value):
    before = getattr(obj, name)
    setattr(obj, name, value)
    try:
        yield before
    finally:
        setattr(obj, name, before)


@contextlib.contextmanager
def disable_gc():
    yield


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f'object {obj!r} has no attribute {name!r}')


def another_process(*args, **kwargs):
    raise unittest.SkipTest('needs another process')


def ignore_warnings(*, category):
    def decorator(test):
        import functools
        import warnings

        @functools.wraps(test)
        def inner(*args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter('ignore', category=category)
                return test(*args, **kwargs)
        return inner
    return decorator


class TestLoop(type(asyncio.new_event_loop())):
    """Its clock begins at 0. CPython's moves it by what a generator says, from timer to timer; here time is simulated in any case."""
    __test__ = False

    def __init__(self):
        super().__init__()
        self._began = super().time()

    def time(self):
        return super().time() - self._began

    def advance_time(self, seconds):
        time.sleep(seconds)


class TestCase(unittest.TestCase):
    def close_loop(self, loop):
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        assert loop is not None
        asyncio.set_event_loop(None)
        if cleanup:
            self.addCleanup(loop.close)

    def new_test_loop(self, gen=None):
        loop = TestLoop()
        self.set_event_loop(loop)
        return loop

    def tearDown(self):
        asyncio.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()


def run_briefly(loop):
    async def once():
        pass
    turn = once()
    task = loop.create_task(turn)
    try:
        loop.run_until_complete(task)
    finally:
        turn.close()


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


def MockCallback(**kwargs):
    return mock.Mock(spec=['__call__'], **kwargs)


class MockPattern(str):
    def __eq__(self, other):
        return bool(re.search(str(self), other, re.S))

    __hash__ = None


class MockInstanceOf:
    def __init__(self, kind):
        self._kind = kind

    def __eq__(self, other):
        return isinstance(other, self._kind)


def get_function_source(func):
    code = func.__code__
    return code.co_filename, code.co_firstlineno


async def await_without_task(coro):
    raised = []

    def drive():
        try:
            for _ in coro.__await__():
                pass
        except BaseException as error:
            raised.append(error)
    asyncio.get_running_loop().call_soon(drive)
    await asyncio.sleep(0)
    if raised:
        raise raised[0]


asyncio.base_events.logger = logging.getLogger('asyncio')  # for mock.patch; asyncio itself asks for it there
# Names of CPython's own: one Task and one Future here, where CPython has them in C and in Python.
asyncio.tasks._CTask = asyncio.tasks._PyTask = asyncio.Task
asyncio.futures._CFuture = asyncio.futures._PyFuture = asyncio.Future
for name in ('current_task', 'all_tasks', '_register_task', '_unregister_task', '_register_eager_task', '_unregister_eager_task', '_enter_task',
             '_leave_task', '_swap_current_task'):
    function = getattr(asyncio.tasks, name, None)
    if function is not None:
        prefix = '' if name.startswith('_') else '_'
        setattr(asyncio.tasks, f'_c{prefix}{name}', function)
        setattr(asyncio.tasks, f'_py{prefix}{name}', function)
module('_thread', interrupt_main=another_process)
module('signal', SIGINT=2, SIGTERM=15, default_int_handler=None, getsignal=another_process, signal=another_process, raise_signal=another_process)
module('test')
module('test.support', requires_working_socket=lambda **kw: None, cpython_only=keep, refcount_test=keep, gc_collect=gc_collect, disable_gc=disable_gc,
       swap_attr=swap_attr, get_attribute=get_attribute, captured_stdout=lambda: captured('stdout'), captured_stderr=lambda: captured('stderr'),
       SHORT_TIMEOUT=30.0, LONG_TIMEOUT=300.0, LOOPBACK_TIMEOUT=10.0, verbose=0)
module('test.support.script_helper', assert_python_ok=another_process, assert_python_failure=another_process)
module('test.support.warnings_helper', ignore_warnings=ignore_warnings)
module('test.support.import_helper', import_module=__import__)
module('test.test_asyncio')
module('test.test_asyncio.utils', TestCase=TestCase, run_briefly=run_briefly, run_once=run_once, MockCallback=MockCallback, MockPattern=MockPattern,
       MockInstanceOf=MockInstanceOf, get_function_source=get_function_source, await_without_task=await_without_task)

out = sys.stdout


def tell(**what):
    out.write('peer: ' + json.dumps(what) + '\n')


class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.what, self.why = 'passed', ''
        tell(test=identity(test), what='started')

    def note(self, what, err):
        if self.what in ('passed', 'skipped'):
            refused = err[0] in (NotImplementedError, ModuleNotFoundError) or 'not supported here' in str(err[1])
            self.what = 'unsupported' if refused else what
            self.why = f'{err[0].__name__}: {err[1]}'

    def addError(self, test, err):
        super().addError(test, err)
        if not isinstance(test, unittest.TestCase):
            tell(test=str(test), what='failed', why=f'{err[0].__name__}: {err[1]}')
        else:
            self.note('failed', err)

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note('failed', err)

    def addSkip(self, test, reason):
        if isinstance(test, unittest.TestCase):
            self.what, self.why = 'skipped', reason

    def addExpectedFailure(self, test, err):
        self.what, self.why = 'passed', ''

    def addUnexpectedSuccess(self, test):
        # Marks that copies of the suite got for other interpreters do not hold here.
        self.what, self.why = 'passed', ''

    def stopTest(self, test):
        super().stopTest(test)
        tell(test=identity(test), what=self.what, why=self.why)


def identity(test):
    return f'{type(test).__qualname__}.{test._testMethodName}'


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


def main():
    name = 'test.test_asyncio.' + NAME
    tested = module(name, __file__=NAME + '.py')
    try:
        exec(compile(SOURCE, NAME + '.py', 'exec'), tested.__dict__)
    except unittest.SkipTest as e:
        return tell(what='file skipped', why=str(e))
    except Exception as e:
        return tell(what='file unsupported', why=f'{type(e).__name__}: {e}')
    loader = unittest.TestLoader()
    tests = [t for t in flat(loader.loadTestsFromModule(tested)) if identity(t) not in DONE]
    tell(what='file', tests=len(tests))
    unittest.TestSuite(tests).run(Result())
    tell(what='end')


main()
