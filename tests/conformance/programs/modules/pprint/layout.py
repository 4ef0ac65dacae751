from pprint import pprint, pformat
pprint({"b": 1, "a": [1, 2, 3]})
pprint(list(range(40)))
pprint({"name": "x" * 30, "items": ["y" * 30, "z" * 30], "nested": {"deep": {"deeper": [1, 2, {"k": "v" * 40}]}}})
print(pformat([("a", 1)] * 10, width=40)); pprint("word " * 30); pprint({1: {2: {3: {}}}}, depth=2); pprint({"b": 1, "a": 2}, sort_dicts=False)
