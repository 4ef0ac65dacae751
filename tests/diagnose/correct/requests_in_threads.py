import asyncio

import requests


def fetch(url):
    return requests.get(url).status_code


async def tick():
    for n in range(3):
        print("tick", n)
        await asyncio.sleep(1)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(tick())
        answers = [group.create_task(asyncio.to_thread(fetch, url)) for url in ("https://one.example/", "https://two.example/")]
    print([answer.result() for answer in answers])


asyncio.run(main())
