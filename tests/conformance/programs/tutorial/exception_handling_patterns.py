import asyncio

async def risky(n):
    await asyncio.sleep(0.1 * n)
    if n % 3 == 0:
        raise ValueError(f"bad number {n}")
    if n % 5 == 0:
        raise RuntimeError(f"worse number {n}")
    return n

async def main():
    results = await asyncio.gather(*(risky(n) for n in range(1, 7)), return_exceptions=True)
    for n, r in enumerate(results, 1):
        if isinstance(r, Exception):
            print(f"{n}: {type(r).__name__}: {r}")
        else:
            print(f"{n}: ok")
    errors = [r for r in results if isinstance(r, BaseException)]
    if errors:
        raise ExceptionGroup("some failed", errors)

try:
    asyncio.run(main())
except* ValueError as eg:
    print("values:", [str(e) for e in eg.exceptions])
except* RuntimeError as eg:
    print("runtime:", [str(e) for e in eg.exceptions])
