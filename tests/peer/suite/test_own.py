"""A small suite in the form of CPython's, by which the driver is tested: two pass, and one each fails, is refused, is skipped and ends the run."""
import asyncio
import unittest

from test import support
from test.test_asyncio import utils as test_utils

support.requires_working_socket(module=True)


class WaitingTests(unittest.IsolatedAsyncioTestCase):
    async def test_a_passes(self):
        async with asyncio.timeout(support.SHORT_TIMEOUT):
            self.assertEqual(await asyncio.sleep(1, 'slept'), 'slept')

    async def test_b_fails(self):
        self.assertRegex(repr(asyncio.Lock()), r'\[locked\]>\Z')

    async def test_c_never_ends(self):
        await asyncio.get_running_loop().create_future()

    def test_d_is_skipped(self):
        self.skipTest('not today')


class LoopTests(test_utils.TestCase):
    def test_briefly(self):
        loop = self.new_test_loop()
        called = test_utils.MockCallback()
        loop.call_soon(called)
        test_utils.run_briefly(loop)
        called.assert_called_once_with()

    def test_sockets(self):
        import selectors_that_nobody_has
