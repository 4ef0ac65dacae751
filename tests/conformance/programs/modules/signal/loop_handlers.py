# A loop's signal handlers: a program may set them, and runs as it would; no signal comes.
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    for sig in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sig, print, "got", sig)
    await asyncio.sleep(1)
    print("no signal came", loop.time())


asyncio.run(main())
