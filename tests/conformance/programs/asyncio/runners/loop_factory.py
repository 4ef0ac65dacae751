import asyncio

made = []

def factory():
    loop = asyncio.new_event_loop()
    made.append(loop)
    return loop

async def main():
    return asyncio.get_running_loop() is made[0]

print(asyncio.run(main(), loop_factory=factory), made[0].is_closed())
with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as r:
    print(r.run(asyncio.sleep(1, "selector")))
