import asyncio

async def good():
    return 42

async def bad():
    raise ValueError("bad")

async def main():
    g, b, c = asyncio.create_task(good()), asyncio.create_task(bad()), asyncio.create_task(good())
    for f in (g.result, g.exception):
        try:
            f()
        except asyncio.InvalidStateError as e:
            print("InvalidStateError", e)
    c.cancel()
    await asyncio.sleep(0.1)
    print(g.result(), g.exception(), repr(b.exception()))
    try:
        b.result()
    except ValueError as e:
        print("raised", e)
    for f in (c.result, c.exception):
        try:
            f()
        except asyncio.CancelledError as e:
            print("CancelledError", e.args)
    for wrong in (lambda: g.set_result(1), lambda: g.set_exception(ValueError())):
        try:
            wrong()
        except RuntimeError as e:
            print(e)

asyncio.run(main())
