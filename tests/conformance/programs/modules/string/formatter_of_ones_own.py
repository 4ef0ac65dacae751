import string
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class F(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else super().get_value(k, a, kw)
    def convert_field(self, v, c): return v.upper() if c == "u" else super().convert_field(v, c)
    def check_unused_args(self, u, a, k): print("used", sorted(map(str, u)))
f = F()
t(lambda: f.format("{a} {0!r:>5} {zz} {1!u} {b[x]} {b[y].real}", "q", "up", a=1, b={"x": 2, "y": 3}))
t(lambda: f.format("{} {}", 1, 2)); t(lambda: f.format("{} {0}", 1)); t(lambda: f.format("{0} {}", 1)); t(lambda: f.format("{0:{w}}", "a", w=5)); t(lambda: f.format("{", 1)); t(lambda: f.format("}", 1)); t(lambda: f.format("{0!x}", 1)); t(lambda: f.format("{{}} {0}", 1))
t(lambda: list(f.parse("a{{b}}{c!r:>{w}}d{}e{x[a:b]}")))
t(lambda: list(f.parse("{a")))
t(lambda: list(f.parse("{a!rx}")))
