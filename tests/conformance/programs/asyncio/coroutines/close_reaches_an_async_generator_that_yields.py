import asyncio
async def g(kind):
    try:
        yield 1
        try:
            await asyncio.sleep(5)
        except BaseException as e:
            print("in", repr(e))
            if kind == "await":
                await asyncio.sleep(1)
            if kind == "raise":
                raise ValueError("v")
        yield 2
    finally:
        print("end", kind)


async def consumer(kind, how, gen):
    try:
        if how == "for":
            async for x in gen:
                print(x)
        elif how == "anext":
            print(await anext(gen))
            print(await anext(gen))
        elif how == "default":
            print(await anext(gen, "d"))
            print(await anext(gen, "d"))
        elif how == "athrow":
            print(await anext(gen))
            print(await gen.athrow(KeyError("k")))
    except BaseException as e:
        print("consumer", repr(e), repr(e.__context__))
        raise
async def main():
    for kind in "yield", "await", "raise":
        for how in "for", "anext", "default":
            gen = g(kind)
            c = consumer(kind, how, gen)
            c.send(None)
            try:
                print("close", c.close())
            except BaseException as e:
                print("close raised", repr(e))
            print(gen.ag_running)
            try:
                print(await anext(gen, "over"))
            except BaseException as e:
                print("then", repr(e))
asyncio.run(main())
