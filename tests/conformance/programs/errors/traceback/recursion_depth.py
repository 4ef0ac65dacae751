import asyncio
import sys

def down(n):
    try:
        return down(n + 1)
    except RecursionError:
        return n

async def adown(n):
    try:
        return await adown(n + 1)
    except RecursionError:
        return n

async def main():
    return await adown(0)

print(sys.getrecursionlimit(), down(0))
print(asyncio.run(main()))
sys.setrecursionlimit(200)
print(sys.getrecursionlimit(), down(0))
