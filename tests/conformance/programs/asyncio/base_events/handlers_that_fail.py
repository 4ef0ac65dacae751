# What a loop tells, and to whom: replaced handlers that fail, a logger, another stderr, debug mode.
import asyncio
import contextlib
import io


class Loop(asyncio.SelectorEventLoop):
    def default_exception_handler(self, context):
        raise KeyError("default")


async def tells():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "one"})
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print("goes on")


async def plain():
    loop = asyncio.get_running_loop()
    out = io.StringIO()
    with contextlib.redirect_stderr(out):
        loop.call_exception_handler({"message": "kept", "exception": ValueError("v")})
    print(out.getvalue())
    loop.set_debug(True)
    handle = loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)


asyncio.run(plain())
with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(tells())

import logging
import sys

logging.basicConfig(format="%(name)s %(levelname)s %(message)s", stream=sys.stdout)
with asyncio.Runner() as runner:
    async def logged():
        asyncio.get_running_loop().call_exception_handler({"message": "logged", "exception": ValueError("v")})
        asyncio.get_running_loop().call_exception_handler({"message": "plainly"})
    runner.run(logged())
