"""Suites, finding tests, and unittest.main()."""
import sys
import types

from unittest import case, util
from unittest.runner import TestResult, TextTestRunner

__unittest = True


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{util.strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = object.__hash__

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._forget(index)
        return result

    def _forget(self, index):
        # What a test holds is not to live until the end of the run.
        test = self._tests[index]
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
            self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands for a class or a module whose set-up failed."""
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.description

    def run(self, result):
        pass

    __call__ = run

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        if top:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._leave_class(test, result)
                self._module_fixture(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            test(result)
            if self._cleanup:
                self._forget(index)
        if top:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def _fixture_error(self, result, method, parent, info):
        exc = info[1]
        name = f"{method} ({parent})"
        if isinstance(exc, case.SkipTest):
            result.addSkip(_ErrorHolder(name), str(exc))
        else:
            result.addError(_ErrorHolder(name), info)

    def _call(self, result, function, method, parent):
        """Whether it went well."""
        try:
            function()
            return True
        except Exception:
            self._fixture_error(result, method, parent, sys.exc_info())
            return False

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls == getattr(result, "_previousTestClass", None) or getattr(result, "_moduleSetUpFailed", False) or getattr(cls, "__unittest_skip__", False):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:
            return
        set_up = getattr(cls, "setUpClass", None)
        if set_up is not None and not self._call(result, set_up, "setUpClass", util.strclass(cls)):
            cls._classSetupFailed = True
            self._class_cleanups(cls, result, "setUpClass")

    def _class_cleanups(self, cls, result, method):
        if hasattr(cls, "doClassCleanups"):
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                self._fixture_error(result, method, util.strclass(cls), info)

    def _leave_class(self, test, result):
        cls = getattr(result, "_previousTestClass", None)
        if test.__class__ == cls or cls is None or getattr(cls, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False) \
                or getattr(cls, "__unittest_skip__", False):
            return
        tear_down = getattr(cls, "tearDownClass", None)
        if tear_down is not None:
            self._call(result, tear_down, "tearDownClass", util.strclass(cls))
        self._class_cleanups(cls, result, "tearDownClass")

    def _module_fixture(self, test, result):
        previous = getattr(getattr(result, "_previousTestClass", None), "__module__", None)
        current = test.__class__.__module__
        if current == previous:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(current)
        set_up = getattr(module, "setUpModule", None)
        if set_up is not None and not self._call(result, set_up, "setUpModule", current):
            result._moduleSetUpFailed = True
            self._call(result, case.doModuleCleanups, "setUpModule", current)

    def _leave_module(self, result):
        previous = getattr(getattr(result, "_previousTestClass", None), "__module__", None)
        if previous is None or getattr(result, "_moduleSetUpFailed", False):
            return
        tear_down = getattr(sys.modules.get(previous), "tearDownModule", None)
        if tear_down is not None:
            self._call(result, tear_down, "tearDownModule", previous)
        self._call(result, case.doModuleCleanups, "tearDownModule", previous)


BaseTestSuite.__module__ = TestSuite.__module__ = "unittest.suite"


class TestLoader:
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, "load_tests", None)
        tests = self.suiteClass(tests)
        return load_tests(self, tests, pattern) if load_tests is not None else tests

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        if module is None:
            module = __import__(parts[0])
            parts = parts[1:]
        obj = parent = module
        for part in parts:
            parent, obj = obj, getattr(obj, part)
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(obj, TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f"calling {obj} returned {test}, not a test")
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return self.testNamePatterns is None or any(_fits(full, pattern) for pattern in self.testNamePatterns)
        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            import functools
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names


TestLoader.__module__ = "unittest.loader"


def _fits(text, pattern):
    import re
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."), text, flags=re.S) is not None


defaultTestLoader = TestLoader()


def registerResult(result):
    pass


def removeResult(result):
    return False


def installHandler():
    raise NotImplementedError("unittest.installHandler: signals are not supported here")


def removeHandler(method=None):
    return method


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1,
                 failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            full, module = module, __import__(module)
            for part in full.split(".")[1:]:
                module = getattr(module, part)
        self.module = module
        argv = sys.argv if argv is None else argv
        self.exit, self.failfast, self.verbosity, self.buffer, self.tb_locals, self.durations = exit, failfast, verbosity, buffer, tb_locals, durations
        self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
        self.defaultTest, self.testRunner, self.testLoader = defaultTest, testRunner, testLoader
        self.progName = argv[0] if argv else ""
        self._options(list(argv[1:]))
        self.runTests()

    def _options(self, argv):
        names, patterns = [], []
        while argv:
            arg = argv.pop(0)
            if arg in ("-v", "--verbose"):
                self.verbosity = 2
            elif arg in ("-q", "--quiet"):
                self.verbosity = 0
            elif arg in ("-f", "--failfast"):
                self.failfast = True
            elif arg in ("-b", "--buffer"):
                self.buffer = True
            elif arg in ("-c", "--catch", "--locals"):
                pass
            elif arg == "-k" and argv:
                pattern = argv.pop(0)
                patterns.append(pattern if "*" in pattern else f"*{pattern}*")
            elif arg == "--durations" and argv:
                self.durations = int(argv.pop(0))
            elif arg.startswith("-"):
                sys.stderr.write(f"usage: {self.progName} [-v] [-q] [-f] [-b] [-k TESTNAMEPATTERN] [tests ...]\n"
                                 f"{self.progName}: error: unrecognized arguments: {arg}\n")
                sys.exit(2)
            else:
                names.append(arg)
        if patterns:
            self.testLoader.testNamePatterns = patterns
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        runner = TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings,
                            tb_locals=self.tb_locals, durations=self.durations)
        self.result = runner.run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            sys.exit(5 if self.result.testsRun == 0 and not self.result.skipped else 0)


main = TestProgram
