import asyncio

async def f():
    return 1

runner = asyncio.Runner()
for wrong in (5, f):
    try:
        runner.run(wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
print(runner.run(f()))
runner.close()
runner.close()
try:
    with runner:
        pass
except RuntimeError as e:
    print(e)

async def main():
    c = f()
    try:
        with asyncio.Runner() as r:
            r.run(c)
    except RuntimeError as e:
        print(e)
    c.close()

asyncio.run(main())
