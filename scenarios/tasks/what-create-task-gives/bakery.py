import asyncio


async def bake():
    print("🍰 baking begins")
    await asyncio.sleep(1)
    return "a cake"


async def main():
    recipe = bake()
    print("📄", type(recipe))
    order = asyncio.create_task(recipe)
    print("📌", type(order), order.get_name())
    print("💬 main talks on, done:", order.done())
    await asyncio.sleep(0)
    print("💬 main is back, done:", order.done())
    print("🎂", await order, "done:", order.done())


asyncio.run(main())
