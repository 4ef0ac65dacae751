# Tasks that wait for each other ask each other to cancel, round and round, until CPython's stack is full.
import asyncio


async def ring(members, wait):
    first = asyncio.create_task(wait(lambda: members[-1]))
    members.append(first)
    second = asyncio.create_task(wait(lambda: members[0]))
    members.append(second)
    await asyncio.sleep(1)
    try:
        first.cancel("round")
    except RecursionError as e:
        print(e)
    print(first.cancelling() > 100, first.cancelling() - second.cancelling() < 5, first.done(), second.done())
    return members


async def plain(other):
    await asyncio.sleep(0)
    await other()


async def gathered(other):
    await asyncio.sleep(0)
    await asyncio.gather(other(), asyncio.sleep(5))


async def main():
    await ring([], plain)


async def main2():
    members = await ring([], gathered)
    print(members[0].cancelling())


for f in main, main2:
    try:
        asyncio.run(f())
    except RecursionError as e:
        print("at the end:", e)
