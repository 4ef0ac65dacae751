# What every public function and method of asyncio says to wrong arguments.
import asyncio
import inspect


def attempt(label, f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except TypeError as e:
        print(label, e)
    except BaseException as e:
        print(label, repr(e))
    else:
        if inspect.iscoroutine(result):
            result.close()
        print(label, "accepted")


def attempts(label, f):
    attempt(f"{label}, a dozen:", f, *range(12))
    attempt(f"{label}, bogus:", f, bogus=1)
    attempt(f"{label}, None and bogus:", f, None, bogus=1)


SYSTEM = ("Process", "Subprocess", "Unix", "Policy", "Watcher", "subprocess", "unix", "policy", "Selector", "Datagram", "EventLoop", "set_event_loop", "_set_running_loop", "call_graph", "event_loop", "Server", "CallGraph", "awaited_by", "_task", "all_tasks", "running_loop", "eager_task_factory", "Handle", "Task", "StreamReader", "StreamWriter")


async def main():
    for name in sorted(asyncio.__all__):
        if any(part in name for part in SYSTEM):
            continue
        thing = getattr(asyncio, name)
        if not callable(thing) or inspect.isclass(thing) and issubclass(thing, (BaseException, asyncio.BaseProtocol, asyncio.BaseTransport)):
            continue
        attempts(name, thing)
        if name not in ("gather", "wait", "iscoroutine", "isfuture", "iscoroutinefunction", "run") and not inspect.isclass(thing):
            attempt(f"{name}, nothing:", thing)

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: None)  # of what was accepted
    coroutine = asyncio.sleep(0)
    things = {
        "Lock": asyncio.Lock(), "Event": asyncio.Event(), "Condition": asyncio.Condition(), "Semaphore": asyncio.Semaphore(),
        "Barrier": asyncio.Barrier(2), "Queue": asyncio.Queue(), "Future": loop.create_future(), "Task": asyncio.create_task(coroutine),
        "Timeout": asyncio.timeout(1), "TaskGroup": asyncio.TaskGroup(), "Runner": asyncio.Runner(), "StreamReader": asyncio.StreamReader(),
        "Handle": loop.call_soon(lambda: None),
    }
    for name, thing in things.items():
        for member in dir(thing):
            if member.startswith("_") or not callable(getattr(thing, member)):
                continue
            if name in ("Future", "Task") and member in ("exception", "get_loop", "remove_done_callback", "set_exception", "set_result", "cancelled", "done", "result"):
                continue  # what Argument Clinic makes of them differs from function to function
            attempts(f"{name}.{member}", getattr(thing, member))
    for member in ("call_soon", "call_later", "call_at", "create_future", "run_until_complete", "is_running", "is_closed",
                   "set_debug", "get_debug", "set_task_factory", "get_task_factory", "set_exception_handler", "get_exception_handler",
                   "default_exception_handler", "call_exception_handler", "shutdown_asyncgens"):
        attempts(f"loop.{member}", getattr(loop, member))
        if member not in ("create_future", "is_running", "is_closed", "get_debug", "get_task_factory", "get_exception_handler", "shutdown_asyncgens"):
            attempt(f"loop.{member}, nothing:", getattr(loop, member))


asyncio.run(main())
