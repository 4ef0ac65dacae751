import asyncio
import datetime

def chime(loop, left):
    print(datetime.datetime.now().strftime("%M:%S"), "dong" if left % 2 else "ding")
    if left > 1:
        loop.call_later(30, chime, loop, left - 1)
    else:
        loop.stop()

loop = asyncio.new_event_loop()
loop.call_soon(chime, loop, 4)
try:
    loop.run_forever()
finally:
    loop.close()
print("closed:", loop.is_closed())
