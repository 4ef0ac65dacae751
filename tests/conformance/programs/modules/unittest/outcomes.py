import unittest, asyncio
class T(unittest.TestCase):
    def test_ok(self): self.assertEqual(1, 1)
    def test_fail(self):
        "what it says"
        self.assertEqual([1, 2, 3], [1, 2, 4], 'msg')
    def test_err(self): 1/0
    @unittest.skip('why')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xf(self): self.fail('x')
    @unittest.expectedFailure
    def test_us(self): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest('m', i=i): self.assertNotEqual(i, 1)
    def test_raises(self):
        with self.assertRaises(ValueError) as cm: int('x')
        print(cm.exception)
        with self.assertRaisesRegex(ValueError, 'inval.*'): int('x')
        self.assertRaises(ZeroDivisionError, lambda: 1/0)
        with self.assertRaises(KeyError): pass
class A(unittest.IsolatedAsyncioTestCase):
    def setUp(self): print('setUp')
    async def asyncSetUp(self): print('asyncSetUp', asyncio.get_running_loop().time()); self.addAsyncCleanup(self.clean)
    async def clean(self): print('clean')
    async def test_a(self):
        await asyncio.sleep(1); print('a')
    async def asyncTearDown(self): print('asyncTearDown')
    def tearDown(self): print('tearDown')
unittest.main()
