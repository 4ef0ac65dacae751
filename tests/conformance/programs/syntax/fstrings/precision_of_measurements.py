import asyncio
import time

async def work():
    await asyncio.sleep(1 / 3)

start = time.perf_counter()
asyncio.run(work())
elapsed = time.perf_counter() - start
print(f"{elapsed:.2f} {elapsed:0.2f} {elapsed:.4f} {elapsed:.5f} {elapsed:.1f} {elapsed:.0f}")
print(f"{elapsed:08.3f}|{elapsed:8.4f}|{elapsed:<8.2f}|{1000000 * elapsed:,.0f}|{12345678:,}|{0.1 + 0.2:.5f}")
