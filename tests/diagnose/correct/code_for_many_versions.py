import asyncio

try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = asyncio.new_event_loop()


async def main():
    try:
        asyncio.run(asyncio.sleep(0))
    except RuntimeError:
        pass


print(loop.run_until_complete(asyncio.sleep(1, "done")))
loop.close()
