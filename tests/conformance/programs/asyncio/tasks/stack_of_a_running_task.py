# get_stack() of a task that runs: its own frame, then the loop's, then who started the loop.
import asyncio


def show(task):
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack()])
    print([f.f_code.co_name for f in task.get_stack(limit=2)])


async def inner(outer):
    show(outer)


async def main():
    me = asyncio.current_task()
    show(me)
    await inner(me)
    waiting = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    print(len(waiting.get_stack()))


asyncio.run(main())

with asyncio.Runner() as runner:
    runner.run(main())

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
task = loop.create_task(main())
task.add_done_callback(lambda t: loop.stop())
loop.run_forever()
loop.close()
