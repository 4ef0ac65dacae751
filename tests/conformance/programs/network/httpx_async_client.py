import asyncio
import httpx

async def main():
    async with httpx.AsyncClient(timeout=10) as client:
        r = await client.get("https://example.com")
        print(r, r.status_code, r.text, r.json(), r.is_success)
        rs = await asyncio.gather(*(client.get(f"https://example.com/{i}") for i in range(3)))
        print([x.text for x in rs], asyncio.get_running_loop().time())
        print((await client.post("https://example.com/p", json={"a": 1})).text)
        r.raise_for_status()

asyncio.run(main())
