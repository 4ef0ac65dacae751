import asyncio
async def bad(): 
    await asyncio.sleep(1); raise ValueError
async def main():
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print(sorted(c), c["message"]))
    inner = asyncio.create_task(bad())
    outer = asyncio.shield(inner)
    outer.cancel()
    await asyncio.sleep(0)
    print(len(inner._callbacks))
    inner.add_done_callback(lambda f: print("done", f))
    await asyncio.sleep(5)
    print("end")
asyncio.run(main(), debug=True)
