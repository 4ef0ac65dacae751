import asyncio
T = {}
def log(*what):
    task = asyncio.current_task()
    who = f"{task.get_name()}/{task.cancelling()}" if task else "loop"
    print(asyncio.get_running_loop().time(), who, *what)
def blocking(seconds, n):
    time.sleep(seconds)
async def a4(n):
    outer = asyncio.gather(asyncio.gather(asyncio.sleep(0)), asyncio.to_thread(blocking, 0, 1), return_exceptions=True)
    asyncio.get_running_loop().call_later(0, outer.cancel, "x1")
    try:
        log("x0", await outer)
    except BaseException as e:
        log("x0", repr(e), outer.cancelled())
async def main():
    T["k2"] = asyncio.create_task(a4(1), name="k2")
    log("x30", await asyncio.sleep(0))
print("result", asyncio.run(main()))
