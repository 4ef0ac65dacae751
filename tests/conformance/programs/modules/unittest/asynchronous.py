import asyncio, contextlib, contextvars, unittest
var = contextvars.ContextVar('var', default='unset')
@contextlib.asynccontextmanager
async def resource():
    print('open')
    yield 'r'
    print('close')
class T(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        var.set('from setUp')
        self.r = await self.enterAsyncContext(resource())
    async def test_context(self):
        print(var.get(), self.r, asyncio.get_running_loop().get_debug(), asyncio.current_task().get_name())
    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(2):
                await asyncio.sleep(10)
        print(asyncio.get_running_loop().time())
    def test_plain(self):
        print('plain', var.get())
    async def test_fails(self):
        await asyncio.sleep(0.5)
        self.assertEqual(await asyncio.sleep(0, 3), 4)
    async def test_left_over(self):
        async def forever():
            try:
                await asyncio.Event().wait()
            finally:
                print('cancelled at the end')
        self.task = asyncio.create_task(forever())
        await asyncio.sleep(0)
    async def test_returns(self):
        return 1
    async def asyncTearDown(self):
        print('asyncTearDown')
class Plain(unittest.TestCase):
    async def test_never_awaited(self):
        print('never')
unittest.main(verbosity=2)
