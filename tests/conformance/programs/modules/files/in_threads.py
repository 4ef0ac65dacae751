# Files: blocking functions of files in threads, as teachers show it.
import asyncio
import json
import os
import tempfile


def save(path, data):
    with open(path, "w") as f:
        json.dump(data, f, indent=1)
    return os.path.getsize(path)


def load(path):
    with open(path) as f:
        return json.load(f)


async def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{n}.json") for n in range(3)]
        print(await asyncio.gather(*(asyncio.to_thread(save, p, {"n": n}) for n, p in enumerate(paths))))
        loop = asyncio.get_running_loop()
        print([await loop.run_in_executor(None, load, p) for p in paths])
        print(sorted(os.listdir(folder)))
    print(os.path.exists(folder))
    with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
        f.write("kept for a while")
        f.seek(0)
        print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
    print(os.path.exists(f.name))


asyncio.run(main())
