import asyncio

class Account:
    interest = 0.1

    def __init__(self, balance):
        self._balance = balance

    async def deposit(self, amount):
        await asyncio.sleep(1)
        self._balance += amount
        return self

    @classmethod
    async def open(cls, amount):
        await asyncio.sleep(0.5)
        return cls(amount)

    @staticmethod
    async def rate():
        return Account.interest

    @property
    def balance(self):
        return self._balance

    async def __call__(self):
        return "called"

async def main():
    account = await Account.open(10)
    await (await account.deposit(5)).deposit(1)
    print(account.balance, await Account.rate(), await account())
    deposit = account.deposit
    await deposit(4)
    print(account.balance, asyncio.get_running_loop().time())

asyncio.run(main())
