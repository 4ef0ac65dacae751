import asyncio
T = {}
def log(*what):
    task = asyncio.current_task()
async def a1(n):
    log("x4", await fut0)
async def main():
    global fut0
    fut0 = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as tg:
        T["k1"] = tg.create_task(a1(0))
loop = asyncio.new_event_loop()
try:
    print("result", loop.run_until_complete(main()))
finally:
    loop.close()
