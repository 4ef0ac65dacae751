import json
print(json.loads('{"a": [1, 2.5, -3e2, null, true, false, "x\\u00e9\\n"], "b": {}}'), json.loads("5"), json.loads(' "s" '), json.loads(b"[1]"), json.loads("[]"), json.loads("NaN"))
for bad in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', "[1 2]", "nul", '"abc', '{"a": }', "1 2", "[1,\n 2,\n x]"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(e, e.lineno, e.colno, e.pos)
print(json.loads('{"x": 1, "x": 2}'), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads("1.5", parse_float=str))
