import asyncio, signal
print(signal.SIGINT, repr(signal.SIGTERM), signal.SIGINT.name, signal.Signals(15), int(signal.SIGKILL), signal.SIG_DFL)
print(signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
signal.signal(signal.SIGTERM, lambda number, frame: None)
async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.call_later(2, stop.set)
    await stop.wait()
    print("stopped at", loop.time())
asyncio.run(main())
