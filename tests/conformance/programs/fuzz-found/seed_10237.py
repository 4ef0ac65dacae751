import asyncio
T = {}
def log(*what):
    task = asyncio.current_task()
    who = f"{task.get_name()}/{task.cancelling()}" if task else "loop"
    print(asyncio.get_running_loop().time(), who, *what)
def state(f):
    if not f.done():
        return "pending"
async def a0(n):
    done, pending = await asyncio.wait([asyncio.ensure_future(asyncio.create_task(a1(1), eager_start=True))])
async def a1(n):
    T["k1"] = asyncio.create_task(asyncio.sleep(0), name="k1", eager_start=True)
    log([t.get_name() for t in asyncio.all_tasks()])
async def main():
    log("x18", await a0(1))
print("result", asyncio.run(main()))
