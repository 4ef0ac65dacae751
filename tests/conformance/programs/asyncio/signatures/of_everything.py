# The signature of every public function, class and method of asyncio.
import asyncio
import inspect


def signature(f):
    try:
        return str(inspect.signature(f))
    except (ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


SYSTEM = ("Process", "Subprocess", "Unix", "Policy", "Watcher", "subprocess", "unix", "policy", "Selector", "DatagramProtocol", "EventLoop", "Server", "CallGraph", "call_graph", "Timeout", "timeout", "ReadTransport", "TimerHandle")
for name in sorted(asyncio.__all__):
    if any(part in name for part in SYSTEM):
        continue
    thing = getattr(asyncio, name)
    if not callable(thing):
        continue
    print(name, signature(thing))
    if not inspect.isclass(thing) or issubclass(thing, BaseException):
        continue
    for member in dir(thing):
        if member.startswith("_") and member not in ("__aenter__", "__aexit__", "__enter__", "__exit__", "__aiter__", "__anext__", "__init__"):
            continue
        if callable(getattr(thing, member)) and member not in vars(object) and member != "add_done_callback":
            print(f"  {name}.{member}", signature(getattr(thing, member)))

loop = asyncio.new_event_loop()
for member in dir(loop):
    if member.startswith("_") or not callable(getattr(loop, member)):
        continue
    if any(part in member for part in ("sock", "subprocess", "pipe", "unix", "signal", "datagram", "reader", "writer", "sendfile", "tls", "create_server", "getaddrinfo")):
        continue
    print("loop." + member, signature(getattr(loop, member)))
loop.close()
