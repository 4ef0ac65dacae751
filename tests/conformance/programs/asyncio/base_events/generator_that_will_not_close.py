# An asynchronous generator that fails while the loop shuts down is reported, and the other one is closed all the same.
import asyncio


async def numbers(name):
    try:
        for i in range(10):
            yield i
    finally:
        print("closing", name)
        if name == "bad":
            raise ValueError("in finally")


kept = []


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split("<")[0], repr(context["exception"]), sorted(context)))
    for name in ["bad", "good"]:
        generator = numbers(name)
        kept.append(generator)
        print(await anext(generator))


asyncio.run(main())
print("over")
