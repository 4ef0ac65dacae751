import asyncio

for name in ("CancelledError", "InvalidStateError", "TimeoutError", "QueueEmpty", "QueueFull", "QueueShutDown", "BrokenBarrierError", "IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError"):
    k = getattr(asyncio, name)
    print(name, k.__mro__[1].__name__, k.__module__)
e = asyncio.IncompleteReadError(b"ab", 5)
print(e, e.partial, e.expected)
print(asyncio.exceptions.CancelledError is asyncio.CancelledError, repr(asyncio.CancelledError("m")))
