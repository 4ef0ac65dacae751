# What is given as context= need not be a Context: it is kept and asked for run() when the time comes.
import asyncio


class Ring:
    def run(self, function, *args):
        print("ring", len(args))
        return function(*args)


async def nap():
    await asyncio.sleep(0)
    await asyncio.sleep(0.1)
    return "rested"


def handler(loop, context):
    print("handler", context["message"].split(" at 0x")[0], repr(context["exception"]), sorted(context))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    for given in (5, "x", Ring()):
        handles = [loop.call_soon(print, "soon", context=given), loop.call_later(0.5, print, "later", context=given)]
        print([h.get_context() is given for h in handles])
        future = loop.create_future()
        future.add_done_callback(lambda f: print("done", f.result()), context=given)
        future.set_result(1)
        task = asyncio.create_task(nap(), context=given)
        print(task.get_context() is given)
        done, pending = await asyncio.wait([task], timeout=1)
        print(len(done), len(pending), task.cancel(), task.done())
        task._log_destroy_pending = False


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
