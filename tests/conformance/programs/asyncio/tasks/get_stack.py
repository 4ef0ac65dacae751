import asyncio

async def inner():
    await asyncio.sleep(1)

async def outer():
    await inner()

async def main():
    t = asyncio.create_task(outer())
    print([f.f_lineno for f in t.get_stack()])
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in t.get_stack()])
    t.print_stack()
    await t
    print(t.get_stack())
    t.print_stack()

asyncio.run(main())
