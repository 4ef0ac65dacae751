import sys, unittest
log = lambda *a: print(*a)
def setUpModule(): log('setUpModule'); unittest.addModuleCleanup(log, 'module cleanup')
def tearDownModule(): log('tearDownModule')
class A(unittest.TestCase):
    @classmethod
    def setUpClass(cls): log('setUpClass A'); cls.addClassCleanup(log, 'class cleanup')
    @classmethod
    def tearDownClass(cls): log('tearDownClass A')
    def setUp(self): log('setUp', self._testMethodName); self.addCleanup(log, 'cleanup 1'); self.addCleanup(log, 'cleanup 2')
    def tearDown(self): log('tearDown')
    def test_b(self): log('b')
    def test_a(self): log('a'); self.skipTest('inside')
    def testC(self): log('c')
    def other(self): log('never')
class B(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise ValueError('no class today')
    def test_x(self): log('never')
class C(unittest.TestCase):
    def setUp(self): 1 / 0
    def tearDown(self): log('never')
    def test_x(self): log('never')
@unittest.skipIf(sys.version_info >= (3, 0), 'whole class')
class D(unittest.TestCase):
    def test_x(self): log('never')
class E(unittest.TestCase):
    def test_returns(self): return 5
    @unittest.skipUnless(True, 'no')
    def test_runs(self): log('runs')
    def test_stop(self):
        for i in (1, 2):
            with self.subTest(i=i):
                self.skipTest(f'skip {i}')
if __name__ == '__main__':
    program = unittest.main(verbosity=2, exit=False)
    r = program.result
    print(r.testsRun, len(r.errors), len(r.failures), [(str(t), why) for t, why in r.skipped])
    suite = unittest.TestSuite([A('test_b')]); suite.addTest(A('testC'))
    print(suite.countTestCases(), unittest.defaultTestLoader.getTestCaseNames(A), A('test_b') == A('test_b'))
    unittest.main(argv=['x', 'E.test_runs'])
