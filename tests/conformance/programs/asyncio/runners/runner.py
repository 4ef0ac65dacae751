import asyncio

async def f(x):
    await asyncio.sleep(1)
    return x, asyncio.get_running_loop().time()

with asyncio.Runner() as runner:
    print(runner.run(f(1)))
    print(runner.run(f(2)))
    print(runner.get_loop().is_running(), runner.get_loop().is_closed())
    loop = runner.get_loop()
print(loop.is_closed())
try:
    runner.run(f(3))
except RuntimeError as e:
    print(e)
