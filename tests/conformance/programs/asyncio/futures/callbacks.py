import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    def cb(n):
        def run(fut):
            print("callback", n, fut is f, fut.result())
        return run
    cbs = [cb(i) for i in range(3)]
    for c in cbs:
        f.add_done_callback(c)
    f.add_done_callback(cbs[0])
    print("removed", f.remove_done_callback(cbs[1]))
    f.set_result("r")
    print("set, none called yet")
    await asyncio.sleep(0)
    f.add_done_callback(cbs[1])
    print("added late")
    await asyncio.sleep(0)
    print("end")

asyncio.run(main())
