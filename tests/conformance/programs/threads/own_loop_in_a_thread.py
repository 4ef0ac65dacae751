import asyncio, threading, time

async def job():
    await asyncio.sleep(2)
    print("job in", threading.current_thread().name)
    return "done"

def run():
    print(asyncio.run(job()))

t = threading.Thread(target=run, name="looper")
t.start()
t.join()
print(time.monotonic())
