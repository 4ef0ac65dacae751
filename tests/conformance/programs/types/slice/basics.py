s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(3), slice(None), [1, 2, 3][slice(1, None)], s == slice(1, 10, 2))
class Grid:
    def __getitem__(self, key):
        return key
g = Grid()
print(g[1], g[1:2], g[1:2, ::3], g[..., None], g["k"], g[()])
