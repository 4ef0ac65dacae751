x = {'a': 1, 'b': 2}
print(x.keys().isdisjoint('z'), x.keys().isdisjoint(['z']), x.keys().isdisjoint(['a']), x.keys().isdisjoint({'q': 1}), x.keys().isdisjoint({'q'}))
print(x.items().isdisjoint([('a', 1)]), x.items().isdisjoint([('a', 2)]), x.keys().isdisjoint(''), x.keys().isdisjoint(x), {}.keys().isdisjoint({}))
try: x.keys().isdisjoint(5)
except TypeError as e: print(e)
