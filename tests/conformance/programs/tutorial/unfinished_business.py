import asyncio

async def background():
    try:
        while True:
            print("tick")
            await asyncio.sleep(1)
    finally:
        print("background stopped")

async def main():
    asyncio.create_task(background())
    await asyncio.sleep(2.5)
    print("main ends")
    return 42

print(asyncio.run(main(), debug=False))
with asyncio.Runner() as runner:
    print(runner.run(main()), runner.get_loop().is_running())
