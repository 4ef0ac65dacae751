# Prints every public name of asyncio, of its classes and of a loop, a line each. See asyncio-names.test.mjs.
import asyncio, inspect

SPECIAL = ("__aenter__", "__aexit__", "__await__", "__iter__", "__aiter__", "__anext__")
names = []
for name in dir(asyncio):
    thing = getattr(asyncio, name)
    if name.startswith("_") or inspect.ismodule(thing):
        continue
    names.append(name)
    if inspect.isclass(thing) and not issubclass(thing, BaseException) and not hasattr(thing, "__members__"):
        names += [f"{name}.{m}" for m in dir(thing) if not m.startswith("_") or m in SPECIAL]
loop = asyncio.new_event_loop()
names += ["loop." + m for m in dir(loop) if not m.startswith("_")]
loop.close()
print("\n".join(sorted(set(names))))
