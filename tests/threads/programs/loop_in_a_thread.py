import asyncio, threading, time
loop = asyncio.new_event_loop()
def serve():
    asyncio.set_event_loop(loop)
    loop.run_forever()
    print("loop has ended in", threading.current_thread().name)
thread = threading.Thread(target=serve, name="looper", daemon=True)
thread.start()
async def job(n):
    await asyncio.sleep(n)
    return n, threading.current_thread().name
futures = [asyncio.run_coroutine_threadsafe(job(n), loop) for n in (2, 1)]
print(futures[1].result(), time.monotonic())
try:
    futures[0].result(timeout=0.5)
except TimeoutError:
    print("not yet", time.monotonic())
print(futures[0].result(), time.monotonic())
loop.call_soon_threadsafe(loop.stop)
thread.join()
def own():
    print(asyncio.run(job(1)), time.monotonic())
other = threading.Thread(target=own, name="runner")
other.start()
time.sleep(0.25)
print("main goes on", time.monotonic())
other.join()
# (1, 'looper') 1.0
# not yet 1.5
# (2, 'looper') 2.0
# loop has ended in looper
# main goes on 2.25
# (1, 'runner') 3.0
