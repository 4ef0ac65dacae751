import asyncio


class Account:
    def __init__(self):
        self.balance = 100

    async def withdraw(self, amount):
        balance = self.balance
        await asyncio.sleep(amount / 100)
        self.balance = balance - amount


async def main():
    account = Account()
    async with asyncio.TaskGroup() as group:
        group.create_task(account.withdraw(30), name="Ada")
        group.create_task(account.withdraw(50), name="Bob")
    print(account.balance)


asyncio.run(main())
