"""The lost update, shown and then repaired in three ways."""
import asyncio
from contextlib import asynccontextmanager


class Bank:
    def __init__(self, **balances):
        self.balances = balances
        self.locks = {name: asyncio.Lock() for name in balances}
        self.transfers = 0

    async def read(self, name):
        await asyncio.sleep(0.01)
        return self.balances[name]

    async def write(self, name, value):
        await asyncio.sleep(0.01)
        self.balances[name] = value

    @property
    def total(self):
        return sum(self.balances.values())


async def careless(bank, source, target, amount):
    have = await bank.read(source)
    if have < amount:
        return False
    await bank.write(source, have - amount)
    await bank.write(target, await bank.read(target) + amount)
    return True


def with_one_lock(lock):
    async def transfer(bank, *args):
        async with lock:
            return await careless(bank, *args)
    return transfer


@asynccontextmanager
async def both(bank, *names):
    for name in sorted(names):
        await bank.locks[name].acquire()
    try:
        yield
    finally:
        for name in sorted(names, reverse=True):
            bank.locks[name].release()


async def with_ordered_locks(bank, source, target, amount):
    async with both(bank, source, target):
        return await careless(bank, source, target, amount)


async def without_await(bank, source, target, amount):
    await asyncio.sleep(0.04)
    if bank.balances[source] < amount:
        return False
    bank.balances[source] -= amount
    bank.balances[target] += amount
    return True


async def trial(label, transfer):
    bank = Bank(a=100, b=100, c=100)
    loop = asyncio.get_running_loop()
    start = loop.time()
    moves = [("a", "b", 10), ("b", "c", 20), ("c", "a", 30), ("a", "c", 40), ("b", "a", 50)] * 2
    results = await asyncio.gather(*(transfer(bank, *move) for move in moves))
    verdict = "ok" if bank.total == 300 else f"WRONG, {300 - bank.total:+d} lost"
    print(f"{label:<14} {bank.balances} total {bank.total} {verdict}, {sum(results)} moves, {loop.time() - start:.2f} s")
    return bank.total == 300


async def deadlock_by_order():
    bank = Bank(x=1, y=1)

    async def grab(first, second):
        async with bank.locks[first]:
            await asyncio.sleep(0.1)
            async with bank.locks[second]:
                return "never"

    try:
        async with asyncio.timeout(1):
            await asyncio.gather(grab("x", "y"), grab("y", "x"))
    except TimeoutError:
        print("deadlock broken by a timeout; locks free again:", not any(lock.locked() for lock in bank.locks.values()))


async def main():
    outcomes = {
        "careless": await trial("careless", careless),
        "one lock": await trial("one lock", with_one_lock(asyncio.Lock())),
        "ordered locks": await trial("ordered locks", with_ordered_locks),
        "no await": await trial("no await", without_await),
    }
    print({name: "safe" if ok else "unsafe" for name, ok in outcomes.items()})
    await deadlock_by_order()


asyncio.run(main())
