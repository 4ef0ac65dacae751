import asyncio
from contextvars import ContextVar
request_id = ContextVar("request_id", default=None)

def log(msg):
    print(f"[{request_id.get()}] {msg}")

async def step():
    await asyncio.sleep(1)
    log("step")

async def handle(n):
    request_id.set(n)
    log("start")
    await step()
    await asyncio.create_task(step())
    log("end")

async def main():
    await asyncio.gather(handle(1), handle(2))
    log("main")

asyncio.run(main())
log("module")
