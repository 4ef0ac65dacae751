import asyncio
from dataclasses import dataclass

@dataclass(frozen=True)
class Deposit: account: str; amount: int
@dataclass(frozen=True)
class Transfer: source: str; target: str; amount: int
class Insufficient(Exception): pass

class Bank:
    def __init__(self, **balances):
        self.balances = balances
        self.locks = {name: asyncio.Lock() for name in balances}
    async def do(self, order):
        match order:
            case Deposit(account, amount) if amount > 0:
                async with self.locks[account]:
                    await asyncio.sleep(0.1)
                    self.balances[account] += amount
            case Transfer(source=s, target=t, amount=a):
                first, second = sorted((s, t))
                async with self.locks[first], self.locks[second]:
                    if self.balances[s] < a:
                        raise Insufficient(f"{s} has {self.balances[s]}, needs {a}")
                    self.balances[s] -= a
                    await asyncio.sleep(0.1)
                    self.balances[t] += a
            case _:
                raise TypeError(f"cannot do {order!r}")
        return self.balances.copy()

async def main():
    bank = Bank(ann=100, bob=50)
    orders = [Deposit("ann", 10), Transfer("ann", "bob", 80), Transfer("bob", "ann", 500), Deposit("bob", -1), Transfer("bob", "ann", 20)]
    for order, result in zip(orders, await asyncio.gather(*map(bank.do, orders), return_exceptions=True)):
        print(order, "->", result if isinstance(result, dict) else repr(result))
    print(sum(bank.balances.values()), bank.locks["ann"].locked())

asyncio.run(main())
