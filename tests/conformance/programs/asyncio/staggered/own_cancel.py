import asyncio
from asyncio import staggered
class Loud(asyncio.Task):
    def cancel(self, msg=None):
        print(asyncio.get_running_loop().time(), "cancel asked", self.get_name(), "by", asyncio.current_task() and asyncio.current_task().get_name(), msg)
        return super().cancel(msg)
async def nap(d):
    try:
        await asyncio.sleep(d)
    except asyncio.CancelledError:
        print("cancelled", d)
        raise
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **options: Loud(coro, loop=loop, **options))
    print(await staggered.staggered_race([lambda: nap(1), lambda: nap(2)], 0.2))
    print(await staggered.staggered_race([lambda: nap(1), lambda: nap(2), lambda: nap(2)], 0.2))
    print(await staggered.staggered_race([lambda: nap(1), lambda: nap(2)], 3))
    t = loop.create_task(staggered.staggered_race([lambda: nap(1), lambda: nap(2)], 0.3))
    await asyncio.sleep(0.6)
    t.cancel("m")
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
asyncio.run(main())
