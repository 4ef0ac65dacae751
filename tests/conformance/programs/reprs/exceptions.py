import asyncio
for e in (asyncio.CancelledError(), asyncio.CancelledError("m"), TimeoutError(), asyncio.QueueEmpty(), asyncio.InvalidStateError("x"), ExceptionGroup("g", [ValueError(1)]), BaseExceptionGroup("b", [KeyboardInterrupt()]), KeyError("k"), KeyError(1, 2), StopIteration(), AssertionError("a"), UnicodeDecodeError("utf-8", b"x", 0, 1, "r")):
    print(repr(e), "|", e)
class Custom(Exception):
    def __init__(self, code, *, hint=None):
        super().__init__(code)
        self.hint = hint
print(repr(Custom(5, hint="h")), Custom("a"))
