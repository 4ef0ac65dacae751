import asyncio

balance = 0

async def deposit(lock=None):
    global balance
    if lock:
        async with lock:
            seen = balance
            await asyncio.sleep(0.1)
            balance = seen + 1
    else:
        seen = balance
        await asyncio.sleep(0.1)
        balance = seen + 1

async def main():
    global balance
    await asyncio.gather(*(deposit() for _ in range(10)))
    print("without:", balance)
    balance = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(deposit(lock) for _ in range(10)))
    print("with:", balance, round(asyncio.get_running_loop().time(), 6))

asyncio.run(main())
