import asyncio

async def producer(f):
    await asyncio.sleep(2)
    print("producer sets at", asyncio.get_running_loop().time())
    f.set_result([1, 2, 3])
    print("producer goes on")
    await asyncio.sleep(0)
    print("producer ends")

async def consumer(name, f):
    data = await f
    print(name, data, asyncio.get_running_loop().time())

async def main():
    f = asyncio.get_running_loop().create_future()
    await asyncio.gather(consumer("a", f), producer(f), consumer("b", f))

asyncio.run(main())
