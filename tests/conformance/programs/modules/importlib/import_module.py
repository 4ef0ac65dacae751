import importlib
import importlib.util
import sys
from importlib.metadata import PackageNotFoundError, version

m = importlib.import_module("json")
print(m.dumps([1]), m.__name__, importlib.import_module("collections.abc").__name__, importlib.import_module(".abc", "collections").__name__)
for name in ("math", "trio", "nope.x"):
    try:
        module = importlib.import_module(name)
    except ImportError as e:
        print("no", repr(e), e.name)
    else:
        print("yes", module.__name__)
print(importlib.util.find_spec("uvloop"), importlib.util.find_spec("json").name, importlib.util.find_spec("os.path") is None)
try:
    version("requests2")
except PackageNotFoundError as e:
    print(e, e.name, isinstance(e, ModuleNotFoundError))
try:
    importlib.import_module(".x")
except TypeError as e:
    print(e)
try:
    importlib.reload("json")
except TypeError as e:
    print(e)
print(importlib.reload(m) is m, sys.modules["json"] is m)
