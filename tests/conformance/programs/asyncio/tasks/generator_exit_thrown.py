# GeneratorExit that comes out of an awaited task closes what is awaited on the way; it is not thrown in down there.
import asyncio

async def leave():
    await asyncio.sleep(1)
    raise GeneratorExit("own")

async def inner(task):
    try:
        await task
    except BaseException as e:
        print("inner", repr(e))
        raise

async def main():
    try:
        await inner(asyncio.create_task(leave()))
    except BaseException as e:
        print("main", repr(e), e.__traceback__.tb_next is None)

asyncio.run(main())
