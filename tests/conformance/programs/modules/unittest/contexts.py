import logging, unittest, warnings
class T(unittest.TestCase):
    def check(self, what, exc, *args, msg=None):
        try:
            with getattr(self, what)(*args, **({'msg': msg} if msg else {})) as cm:
                exc()
            print(what, 'ok', getattr(cm, 'exception', None) or getattr(cm, 'warning', None) or cm)
        except AssertionError as e:
            print(what, '|', e)
        except Exception as e:
            print(what, type(e).__name__, e)
    def runTest(self):
        self.check('assertRaises', lambda: 1 / 0, ZeroDivisionError)
        self.check('assertRaises', lambda: None, ZeroDivisionError)
        self.check('assertRaises', lambda: None, (KeyError, ValueError))
        self.check('assertRaises', lambda: None, KeyError, msg='told')
        self.check('assertRaises', lambda: 1 / 0, KeyError)
        self.check('assertRaises', lambda: None, 5)
        self.check('assertRaisesRegex', lambda: int('q'), ValueError, 'literal')
        self.check('assertRaisesRegex', lambda: int('q'), ValueError, '^nothing')
        self.check('assertWarns', lambda: warnings.warn('careful', UserWarning), UserWarning)
        self.check('assertWarns', lambda: None, DeprecationWarning)
        self.check('assertWarnsRegex', lambda: warnings.warn('careful'), UserWarning, 'care.*')
        self.check('assertWarnsRegex', lambda: warnings.warn('careful'), UserWarning, 'other')
        log = logging.getLogger('app')
        with self.assertLogs('app', 'INFO') as cm:
            log.info('one %s', 1); log.debug('not'); log.error('two')
        print(cm.output, len(cm.records), cm.records[0].getMessage())
        self.check('assertLogs', lambda: log.info('low'), 'app', 'ERROR')
        self.check('assertNoLogs', lambda: log.error('loud'), 'app')
        self.check('assertNoLogs', lambda: None, 'app')
        try:
            self.assertRaises(KeyError, int, '5')
        except AssertionError as e:
            print(e)
        with self.assertRaises(TypeError):
            self.assertRaises(KeyError, nothing=1)
        print(self.id(), str(self), repr(self), self.shortDescription(), self.countTestCases())
r = unittest.TextTestRunner(verbosity=2).run(T())
print(r, r.wasSuccessful(), r.testsRun)
