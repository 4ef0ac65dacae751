import asyncio

async def co():
    pass

async def main():
    loop = asyncio.get_running_loop()
    for act in (lambda: loop.call_later(None, print), lambda: loop.call_at(None, print), lambda: loop.call_soon()):
        try:
            act()
        except TypeError as e:
            print(e)
    loop.set_debug(True)
    c = co()
    for act in (lambda: loop.call_soon(c), lambda: loop.call_soon(co), lambda: loop.call_soon(5), lambda: loop.call_later(1, co)):
        try:
            act()
        except TypeError as e:
            print(str(e).split(" object at")[0].split(" at 0x")[0])
    c.close()

asyncio.run(main())
