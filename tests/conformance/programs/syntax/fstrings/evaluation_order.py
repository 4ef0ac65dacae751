def show(x):
    print("eval", x)
    return x

print(f"{show('a')}{show('b'):{show(5)}}{show('c')!r}")
async def val(x):
    return x
import asyncio
async def main():
    print(f"{await val(1)} {await val('w'):>{await val(4)}}")
asyncio.run(main())
