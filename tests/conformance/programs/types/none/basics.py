print(None, repr(None), None is None, None == False, bool(None), type(None))
def f(): pass
print(f(), [None], {None: 1})
n = None
for action in (lambda: n + 1, lambda: n.x, lambda: n(), lambda: n[0], lambda: len(n), lambda: iter(n), lambda: n < 1):
    try:
        action()
    except (TypeError, AttributeError) as e:
        print(e)
