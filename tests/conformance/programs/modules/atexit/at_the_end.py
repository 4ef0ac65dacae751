import atexit, asyncio
@atexit.register
def last(): print("registered first, runs last")
atexit.register(print, "with", "arguments", sep="-")
def gone(): print("never")
atexit.register(gone); atexit.unregister(gone)
async def main(): await asyncio.sleep(1); print("main")
asyncio.run(main())
print("module ends")
