import asyncio
class Boom(Exception):
    pass
def log(*what):
    task = asyncio.current_task()
    who = f"{task.get_name()}/{task.cancelling()}" if task else "loop"
    print(asyncio.get_running_loop().time(), who, *what)
async def g1(n):
    try:
        yield "x1"
    finally:
        log("x5 finally")
async def main():
    async for item in g1(1):
        raise Boom("x21")
print("result", asyncio.run(main()))
