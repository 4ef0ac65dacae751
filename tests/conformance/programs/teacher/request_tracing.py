"""Context variables carry a request's id through tasks, threads and log records."""
import asyncio
import contextvars
import logging
import sys
from contextlib import asynccontextmanager, contextmanager
from functools import partial

request_id = contextvars.ContextVar("request_id", default="-")
user = contextvars.ContextVar("user")


class ContextFilter(logging.Filter):
    def filter(self, record):
        record.request = request_id.get()
        record.user = user.get("nobody")
        return True


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[{request:>3}] {user:<6} {levelname:<5} {message}", style="{"))
handler.addFilter(ContextFilter())
log = logging.getLogger("web")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


@contextmanager
def acting_as(name):
    token = user.set(name)
    try:
        yield token
    finally:
        user.reset(token)


@asynccontextmanager
async def request(number):
    token = request_id.set(f"r{number}")
    log.debug("begin")
    try:
        yield
    except Exception as e:
        log.error("failed: %s", e)
        raise
    finally:
        log.debug("end")
        request_id.reset(token)


async def query(sql):
    log.info("query %s", sql)
    await asyncio.sleep(0.2)
    return len(sql)


def blocking(n):
    log.info("in a thread: %d", n)
    request_id.set("thread")
    return request_id.get()


async def handle(number, name):
    async with request(number):
        with acting_as(name):
            sizes = await asyncio.gather(query(f"select {number}"), query("commit"))
            if number == 2:
                raise PermissionError(f"{name} may not")
            log.info("sizes %s, thread says %s", sizes, await asyncio.to_thread(blocking, number))
        log.info("after")
    return number


async def main():
    results = await asyncio.gather(*map(partial(handle), (1, 2, 3), ("ann", "bob", "eve")), return_exceptions=True)
    print(results, request_id.get(), user.get("unset"))
    ctx = contextvars.copy_context()
    print(ctx.run(lambda: (request_id.set("inner"), request_id.get())[1]), request_id.get(), ctx[request_id])
    task = asyncio.create_task(query("x"), context=ctx)
    await task
    try:
        user.get()
    except LookupError as e:
        print(type(e).__name__, "user" in str(e))
    token = user.set("temp")
    print(token.var is user, token.old_value is contextvars.Token.MISSING, user in contextvars.copy_context())
    user.reset(token)
    try:
        user.reset(token)
    except RuntimeError as e:
        print(str(e).split(" ")[-5:])


asyncio.run(main())
