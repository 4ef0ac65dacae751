import asyncio


async def pay():
    print("💳 paying")
    await asyncio.sleep(3)
    print("✅ paid")


async def shop(payment):
    await asyncio.shield(payment)
    print("🛍️ off with the goods")


async def main():
    payment = asyncio.create_task(pay(), name="payment")
    shopper = asyncio.create_task(shop(payment), name="shopper")
    await asyncio.sleep(1)
    print("📱 the shopper is called away")
    shopper.cancel()
    await asyncio.wait([payment])
    print("🏦 payment cancelled:", payment.cancelled())


asyncio.run(main())
