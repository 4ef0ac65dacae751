import timeit, time, asyncio
start = timeit.default_timer()
time.sleep(1.5)
print(timeit.default_timer() - start)
async def main():
    s = timeit.default_timer()
    await asyncio.sleep(2)
    print(f"{timeit.default_timer() - s:.1f}")
asyncio.run(main())
print(timeit.timeit("time.sleep(0.5)", globals=globals(), number=4))
