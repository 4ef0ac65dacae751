import asyncio
import time

async def fetch(name, seconds):
    print(f"{name}: request sent at {time.perf_counter() - start:.1f}s")
    await asyncio.sleep(seconds)
    print(f"{name}: answer after {time.perf_counter() - start:.1f}s")
    return {"name": name, "size": len(name) * 100}

async def main():
    pages = [("news", 2), ("weather", 1), ("sport", 3)]
    results = await asyncio.gather(*(fetch(*page) for page in pages))
    total = sum(r["size"] for r in results)
    for r in sorted(results, key=lambda r: r["size"], reverse=True):
        print(f"{r['name']:>10} {r['size']:6,d} bytes {r['size'] / total:6.1%}")

start = time.perf_counter()
asyncio.run(main())
print(f"done in {time.perf_counter() - start:0.2f} seconds")
