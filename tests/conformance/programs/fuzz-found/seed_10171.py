import asyncio
queue0 = asyncio.Queue()
def log(*what):
    task = asyncio.current_task()
    who = f"{task.get_name()}/{task.cancelling()}" if task else "loop"
    print(asyncio.get_running_loop().time(), who, *what)
async def main():
    outer = asyncio.gather(asyncio.sleep(0), queue0.join(), return_exceptions=True)
    asyncio.get_running_loop().call_later(0, outer.cancel, "x20")
    try:
        log("x19", await outer)
    except BaseException as e:
        log("x19", repr(e), outer.cancelled())
print("result", asyncio.run(main()))
