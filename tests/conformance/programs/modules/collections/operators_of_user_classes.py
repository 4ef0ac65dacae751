from collections import ChainMap, UserDict, UserList, namedtuple
class Doubling(UserDict):
    def __setitem__(self, key, value): super().__setitem__(key, value * 2)
u = Doubling(a=1)
print(u, u | {'c': 3}, {'c': 3} | u, Doubling.fromkeys('ab', 2), u.copy())
u |= {'q': 1}
print(u, type(u | u).__name__)
l = UserList([1, 2])
print(l * 2, 2 * l, l + [3], [0] + l, l < [1, 3], l >= UserList([1]), l.index(2), l.count(1), l.pop(), l)
l += [5]; l *= 2
print(l, l[1:], l == [1, 5, 1, 5], l.copy(), type(l[1:]).__name__)
m = ChainMap({'a': 1}, {'b': 2})
print(m | {'a': 9}, {'a': 9, 'z': 1} | m, ChainMap.fromkeys('xy', 0))
m |= {'b': 7}
print(m)
try: m | 5
except TypeError as e: print(e)
N = namedtuple('N', 'x y')
print(N.x.__doc__, N.y.__doc__)
