try:
    import uvloop
except ImportError:
    uvloop = None
try:
    import asynco
except ImportError as e:
    print(e, e.name, e.path)
try:
    from foo.bar import baz
except ModuleNotFoundError as e:
    print(e, e.name)


def later():
    import somepackage.part
    return somepackage


print("start", uvloop)
try:
    later()
except ImportError as e:
    print("later", e)
from numpyy import array
