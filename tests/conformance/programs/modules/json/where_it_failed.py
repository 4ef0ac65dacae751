import json
import traceback


def report(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "__notes__", None))


report(lambda: json.dumps({1, 2}))
report(lambda: json.dumps([1, {3}]))
report(lambda: json.dumps({"a": {"b": [1, object]}}))
report(lambda: json.dumps({"a": ({2},)}, indent=2))
report(lambda: json.dumps([{"k": {1: b"x"}}], default=lambda o: [{1}] if isinstance(o, bytes) else json.JSONEncoder().default(o)))
try:
    json.dumps({"user": {"tags": {1}}})
except TypeError:
    print(traceback.format_exc().splitlines()[-3:])
