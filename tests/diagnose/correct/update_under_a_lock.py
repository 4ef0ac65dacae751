import asyncio


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = asyncio.Lock()

    async def withdraw(self, amount):
        async with self.lock:
            balance = self.balance
            await asyncio.sleep(2)
            self.balance = balance - amount


async def main():
    account = Account()
    await asyncio.gather(account.withdraw(30), account.withdraw(50))
    print(account.balance)


asyncio.run(main())
