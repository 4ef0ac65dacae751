import json
print(list(json.JSONEncoder().iterencode({"a": [1, 2.5, "x", None, True], "b": {}, "c": []})))
print(list(json.JSONEncoder(indent=1).iterencode({"a": [1, {}], "b": {"c": 2}})))
print(list(json.JSONEncoder().iterencode("abc")), list(json.JSONEncoder().iterencode(5)), list(json.JSONEncoder().iterencode([])))
print(list(json.JSONEncoder().iterencode([[1],[2]])))
