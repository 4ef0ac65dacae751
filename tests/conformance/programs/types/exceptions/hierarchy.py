import asyncio
for kind in (ZeroDivisionError, KeyError, FileNotFoundError, ConnectionRefusedError, TimeoutError, UnboundLocalError, RecursionError, NotImplementedError, ModuleNotFoundError, StopAsyncIteration, GeneratorExit, UnicodeEncodeError, asyncio.CancelledError, asyncio.InvalidStateError, asyncio.QueueEmpty, asyncio.IncompleteReadError, ExceptionGroup, IndentationError):
    print(" > ".join(c.__name__ for c in reversed(kind.__mro__)))
print(asyncio.TimeoutError is TimeoutError, isinstance(asyncio.CancelledError(), Exception))
