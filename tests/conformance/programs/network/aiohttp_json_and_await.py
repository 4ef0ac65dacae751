import asyncio
import aiohttp

async def main():
    session = aiohttp.ClientSession()
    r = await session.get("https://api.example.com/data", params={"q": 1})
    print(r.status, r.ok, r.reason, await r.json(), await r.read(), r)
    p = await session.post("https://api.example.com/items", json={"a": 1})
    print(await p.text(), p.headers["Content-Type"])
    r.raise_for_status()
    await session.close()
    print(session.closed, aiohttp.ClientTimeout(total=5).total)
    try:
        raise aiohttp.ClientError("x")
    except aiohttp.ClientError as e:
        print(repr(e))

asyncio.run(main())
