"""unittest: cases and assertions (case), how a run is told (runner), finding and starting tests (main), mocks (mock)."""
from unittest.case import (TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure, addModuleCleanup,
                           doModuleCleanups, enterModuleContext)
from unittest.runner import TestResult, TextTestResult, TextTestRunner
from unittest.main import (BaseTestSuite, TestSuite, TestLoader, defaultTestLoader, TestProgram, main, registerResult, installHandler,
                           removeResult, removeHandler)
__unittest = True
__all__ = ["IsolatedAsyncioTestCase", "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
           "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult", "installHandler",
           "registerResult", "removeResult", "removeHandler", "addModuleCleanup", "doModuleCleanups", "enterModuleContext"]


def __getattr__(name):
    # asyncio's part is loaded by programs that use it.
    if name == "IsolatedAsyncioTestCase":
        global IsolatedAsyncioTestCase
        from unittest.async_case import IsolatedAsyncioTestCase
        return IsolatedAsyncioTestCase
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
