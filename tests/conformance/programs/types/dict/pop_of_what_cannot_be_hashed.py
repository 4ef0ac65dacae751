for d in ({}, {1: 2}):
    for act in (lambda: d.pop([1]), lambda: d.pop([1], 0), lambda: d.get([1]), lambda: [1] in d, lambda: d.setdefault([1])):
        try:
            print(act())
        except (TypeError, KeyError) as e:
            print(type(e).__name__, e)
