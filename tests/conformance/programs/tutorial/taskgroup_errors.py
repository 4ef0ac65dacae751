import asyncio

class PaymentError(Exception):
    def __init__(self, customer, amount):
        super().__init__(f"{customer} cannot pay {amount}")
        self.customer, self.amount = customer, amount

async def pay(customer, amount, delay):
    await asyncio.sleep(delay)
    if amount > 100:
        raise PaymentError(customer, amount)
    print(customer, "paid", amount)

async def slow():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("slow one is told to stop")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(pay("ann", 50, 1))
            tg.create_task(pay("bob", 500, 2))
            tg.create_task(pay("cid", 700, 2))
            tg.create_task(slow(), name="slow")
    except* PaymentError as group:
        for e in group.exceptions:
            print(f"refused: {e} ({e.customer=}, {e.amount=})")
    except* ValueError:
        print("never")
    else:
        print("never either")
    finally:
        print("closed")

asyncio.run(main())
