from collections import Counter
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: Counter([[]]))
t(lambda: Counter([1, {}]))
t(lambda: Counter(5))
t(lambda: Counter([("a", 1), ("a", 1)]))
t(lambda: Counter(["a", ["b"]]))
