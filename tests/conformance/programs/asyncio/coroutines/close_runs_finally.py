import asyncio

async def job():
    try:
        print("started")
        await asyncio.sleep(1)
    except GeneratorExit:
        print("GeneratorExit")
        raise
    finally:
        print("finally")

async def main():
    c = job()
    c.send(None)
    c.close()
    d = job()
    d.close()
    print("closed unstarted: nothing printed")
    try:
        await d
    except RuntimeError as e:
        print(e)

asyncio.run(main())
