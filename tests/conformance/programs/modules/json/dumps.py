import json
print(json.dumps({"a": [1, 2.5, None, True, "é\n\"x\""], "b": {"c": ()}, 1: "int key", None: 0, True: 1}))
print(json.dumps([1, {"k": "v"}], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps("é☕", ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")), json.dumps(float("inf")), json.dumps([], indent=2), json.dumps({}))
class P:
    x = 1
for bad in ({1}, P(), {(1, 2): 3}, b"x"):
    try:
        json.dumps(bad)
    except TypeError as e:
        print(e)
print(json.dumps({"p": P()}, default=lambda o: o.x), json.dumps(1e20), json.dumps(0.1 + 0.2), json.dumps(10 ** 20))
