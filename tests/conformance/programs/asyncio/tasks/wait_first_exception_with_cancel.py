import asyncio

async def work(n):
    await asyncio.sleep(n)

async def main():
    ts = [asyncio.create_task(work(n)) for n in (2, 3)]
    asyncio.get_running_loop().call_later(1, ts[0].cancel)
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), asyncio.get_running_loop().time())

asyncio.run(main())
