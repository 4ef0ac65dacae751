import asyncio, threading, time

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    def work():
        time.sleep(2)
        loop.call_soon_threadsafe(f.set_result, "from thread")
    t = threading.Thread(target=work)
    t.start()
    print("waiting", loop.time())
    print(await f, loop.time())

asyncio.run(main())
