import asyncio
import contextvars
import itertools

request_id = contextvars.ContextVar("request_id", default="-")
numbers = itertools.count(1)

def log(text):
    print(f"[{request_id.get()}] {text}")

async def query(table):
    await asyncio.sleep(0.1)
    log(f"read {table}")

async def handle(user):
    token = request_id.set(f"req-{next(numbers)}")
    log(f"hello {user}")
    await asyncio.gather(query("users"), query("orders"))
    request_id.reset(token)
    log("after reset")

async def main():
    await asyncio.gather(handle("ann"), handle("bob"))
    log("outside")
    ctx = contextvars.copy_context()
    ctx.run(request_id.set, "inner")
    print(ctx[request_id], request_id.get(), request_id.name)

asyncio.run(main())
