import sys, inspect, traceback
def caller_name():
    return sys._getframe(1).f_code.co_name
def outer():
    x = 1
    def inner():
        return caller_name(), sys._getframe().f_back.f_locals.get('x'), inspect.currentframe().f_lineno
    return inner()
print(outer())
class Log:
    def __call__(self, msg):
        f = sys._getframe(1)
        print(f"{f.f_code.co_filename}:{f.f_lineno} in {f.f_code.co_name}: {msg}")
log = Log()
def work(): log("hello")
work(); log("module")
def gen():
    y = 5
    yield sys._getframe().f_back.f_code.co_name
    yield
g = gen(); print(next(g)); print(g.gi_frame.f_lineno, g.gi_frame.f_locals); list(g); print(g.gi_frame)
try:
    def a(v): b(v + 1)
    def b(w): raise ValueError(w)
    a(1)
except ValueError as e:
    tb = e.__traceback__
    while tb.tb_next: tb = tb.tb_next
    print(tb.tb_frame.f_locals, tb.tb_frame.f_code.co_name, tb.tb_lineno)
    for f, line in traceback.walk_tb(e.__traceback__) if hasattr(traceback, 'walk_tb') else []: print(f.f_code.co_name, line)
    stack = traceback.extract_tb(e.__traceback__)
    print([(s.name, s.lineno, s.line) for s in stack])
