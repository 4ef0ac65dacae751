import asyncio

async def main():
    loop: asyncio.AbstractEventLoop = asyncio.get_running_loop()
    print(isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop), type(loop).__name__)
    print(issubclass(asyncio.SelectorEventLoop, asyncio.AbstractEventLoop), asyncio.EventLoop is type(loop))
    print(hasattr(loop, "run_in_executor"), callable(loop.create_task))

asyncio.run(main())
