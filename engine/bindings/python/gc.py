# gc: counts decide when things go; cycles are found when someone asks, and at the end of the run.
import _gc
DEBUG_LEAK = 38
_on = True
def collect(generation=2): return _gc.collect()
def enable():
    global _on
    _on = True
def disable():
    global _on
    _on = False
def isenabled(): return _on
def get_count(): return (0, 0, 0)
def get_threshold(): return (2000, 10, 0)
def set_threshold(*a): pass
def get_stats(): return [{"collections": 0, "collected": 0, "uncollectable": 0}] * 3
def is_tracked(obj): return not isinstance(obj, (int, float, str, bytes, bool, type(None)))
def set_debug(flags): pass
def freeze(): pass
garbage, callbacks = [], []
