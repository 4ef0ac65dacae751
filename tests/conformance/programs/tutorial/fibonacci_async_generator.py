import asyncio

async def fib(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b
        await asyncio.sleep(0.1)

async def main():
    async for n in fib(50):
        print(n, end=", ")
    print()
    evens = [n async for n in fib(100) if n % 2 == 0]
    print(evens, sum([n async for n in fib(10)]))

asyncio.run(main())
