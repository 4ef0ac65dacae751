import unittest
t = unittest.TestCase()
class P:
    def __repr__(self): return 'P' * 100
for name, *args in [('assertEqual', 1, 2), ('assertEqual', 'ab\ncd', 'ab\nce'), ('assertEqual', [1], [1, 2]), ('assertEqual', (1, 2), (1, 3)), ('assertEqual', {'a': 1}, {'a': 2}),
                    ('assertEqual', {1, 2}, {2, 3}), ('assertEqual', 'x', 'y', 'extra'), ('assertNotEqual', 1, 1), ('assertTrue', 0), ('assertFalse', [1]), ('assertIs', 1, 2),
                    ('assertIsNot', None, None), ('assertIsNone', 3), ('assertIsNotNone', None), ('assertIn', 1, [2]), ('assertNotIn', 'a', 'abc'), ('assertIsInstance', 1, str),
                    ('assertIsInstance', 1, (str, list)), ('assertNotIsInstance', 1, int), ('assertAlmostEqual', 1.0, 1.1), ('assertAlmostEqual', 1.0, 1.1, 1), ('assertNotAlmostEqual', 1.0, 1.00000001),
                    ('assertGreater', 1, 2), ('assertGreaterEqual', 1, 2), ('assertLess', 2, 1), ('assertLessEqual', 2, 1), ('assertRegex', 'abc', r'\d'), ('assertNotRegex', 'a1', r'\d'),
                    ('assertCountEqual', [1, 1, 2], [1, 2, 3]), ('assertDictEqual', {1: 2}, {1: 3}), ('assertListEqual', [1, 2], (1, 2)), ('assertSequenceEqual', [1], (2,)), ('fail',), ('fail', 'why'),
                    ('assertStartsWith', 'abc', 'b'), ('assertEndsWith', 'abc', ('a', 'b')), ('assertNotStartsWith', 'abc', 'a'), ('assertHasAttr', 1, 'x'), ('assertNotHasAttr', 1, 'real'),
                    ('assertIsSubclass', int, str), ('assertNotIsSubclass', bool, int), ('assertEqual', P(), 1), ('assertEqual', 'a' * 100, 'a' * 99 + 'b'),
                    ('assertMultiLineEqual', 'one\ntwo\nthree\n', 'one\ntoo\nthree\nfour\n'), ('assertSetEqual', {1}, frozenset()), ('assertTupleEqual', (1,), ())]:
    try:
        getattr(t, name)(*args)
        print(name, 'passes')
    except AssertionError as e:
        print(f'{name}: {e}')
try:
    t.assertAlmostEqual(1, 2, places=1, delta=3)
except TypeError as e:
    print(e)
try:
    t.assertAlmostEqual(1, 2, delta=0.5)
except AssertionError as e:
    print(e)
