"""run_coroutine_threadsafe with what is no coroutine, and with a factory that refuses: who waits is told, and so is the loop."""
import asyncio


def refuses(loop, coro, **options):
    coro.close()
    raise RuntimeError("no tasks today")


async def nothing():
    return 5


async def main():
    loop = asyncio.get_running_loop()
    said = []
    loop.set_exception_handler(lambda loop, context: said.append("the handler: " + repr(context["exception"])))

    def ask():
        try:
            asyncio.run_coroutine_threadsafe(5, loop)
        except TypeError as e:
            print(e)
        print(asyncio.run_coroutine_threadsafe(nothing(), loop).result())
        loop.call_soon_threadsafe(loop.set_task_factory, refuses)
        try:
            asyncio.run_coroutine_threadsafe(nothing(), loop).result()
        except RuntimeError as e:
            said.append("who waits: " + repr(e))
        loop.call_soon_threadsafe(loop.set_task_factory, None)

    await asyncio.to_thread(ask)
    await asyncio.sleep(0)
    print(*sorted(said), sep="\n")
    print(await asyncio.create_task(nothing()))


asyncio.run(main())
# A coroutine object is required
# 5
# the handler: RuntimeError('no tasks today')
# who waits: RuntimeError('no tasks today')
# 5
