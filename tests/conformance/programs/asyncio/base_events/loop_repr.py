import asyncio

loop = asyncio.new_event_loop()
print(loop)
async def main():
    print(asyncio.get_running_loop(), asyncio.get_running_loop() is loop)
loop.run_until_complete(main())
loop.set_debug(True)
print(loop, loop.get_debug())
loop.close()
print(loop)
