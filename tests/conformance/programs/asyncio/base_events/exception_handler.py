import asyncio

def handler(loop, context):
    print("handler:", sorted(context), context["message"], repr(context.get("exception")))

async def fails():
    raise ValueError("task error")

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    t = asyncio.create_task(fails())
    await asyncio.sleep(1)
    del t
    loop.call_exception_handler({"message": "by hand", "answer": 42})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default handler", "extra": [1]})
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)

asyncio.run(main())
