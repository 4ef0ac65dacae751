// Programs that go to a limit, one for each way; `says`: what stderr has at the end, with the line; `limit`: its row in
// SECURITY.md, which must have that message.
const forever = { limits: { steps: 300_000 } };

export const hostile = [
  { name: 'steps', limit: 'steps', source: 'print("before")\nwhile True:\n    pass\n', options: forever, says: 'RunLimitReached: the program was stopped: it ran for more than 300000 steps', line: 2, exit: 3, out: 'before\n' },
  { name: 'steps in a native loop', source: 'print("before")\nsum(range(10**12))\n', options: forever, says: 'RunLimitReached: the program was stopped: it ran for more than 300000 steps', line: 2, exit: 3, out: 'before\n' },
  { name: 'steps, caught again and again', source: 'while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n', options: forever, says: 'RunLimitReached: the program was stopped: it ran for more than 300000 steps', exit: 3 },
  { name: 'memory', limit: 'memory', source: 'print("before")\nx = []\nwhile True:\n    x.append("a" * 1_000_000 + str(len(x)))\n', says: 'MemoryError', line: 4, exit: 1, out: 'before\n' },
  { name: 'steps, with most names deleted', source: 'for i in range(200): globals()[f"a{i}"] = i\nfor i in range(190): del globals()[f"a{i}"]\nwhile True: pass\n', options: forever, says: 'RunLimitReached: the program was stopped: it ran for more than 300000 steps', line: 3, exit: 3 },
  { name: 'memory, set', source: 'x = bytes(3_000_000)\n', options: { limits: { memory: 2_000_000 } }, says: 'MemoryError', line: 1, exit: 1 },
  { name: 'memory, small things', source: 'x = None\nwhile True:\n    x = [x]\n', options: { limits: { memory: 20_000_000 } }, says: 'MemoryError', exit: 1 },
  { name: 'memory, caught again and again', source: 'x = None\nwhile True:\n    try:\n        while True: x = [x]\n    except MemoryError: pass\n', options: { limits: { memory: 10_000_000 } }, says: 'RunLimitReached: the program was stopped: it went on after 100 MemoryErrors', exit: 3 },
  { name: 'a giant list', source: '[0] * 10**12\n', says: 'MemoryError', line: 1, exit: 1 },
  { name: 'a giant text', source: '"a" * 10**15\n', says: 'MemoryError', line: 1, exit: 1 },
  { name: 'a giant number', source: '1 << 10**12\n', says: 'MemoryError', line: 1, exit: 1 },
  { name: 'recursion', limit: 'recursion', source: 'print("before")\ndef f():\n    f()\nf()\n', says: 'RecursionError: maximum recursion depth exceeded', line: 3, exit: 1, out: 'before\n' },
  { name: 'recursion, set', source: 'def f(n):\n    return n and f(n - 1)\nf(50)\n', options: { limits: { recursion: 40 } }, says: 'RecursionError: maximum recursion depth exceeded', line: 2, exit: 1 },
  { name: 'recursion through __repr__', source: 'class A:\n    def __repr__(self): return repr(self)\nprint(A())\n', says: 'RecursionError: maximum recursion depth exceeded', line: 2, exit: 1 },
  { name: 'recursion through __eq__', source: 'class A:\n    def __eq__(self, other): return self == other\nA() == A()\n', says: 'RecursionError: maximum recursion depth exceeded', line: 2, exit: 1 },
  { name: 'recursion through __getattr__', source: 'class A:\n    def __getattr__(self, name): return getattr(self, name + "x")\nA().a\n', says: 'RecursionError: maximum recursion depth exceeded', line: 2, exit: 1 },
  { name: 'recursion, caught on each of a thousand levels', source: 'def f():\n    try: f()\n    except RecursionError: f()\nf()\n', options: forever, says: 'RunLimitReached: the program was stopped: it ran for more than 300000 steps', exit: 3 },
  { name: 'a group that holds one exception 5**50 times', source: 'e = ExceptionGroup("a", [ValueError()])\nfor _ in range(50): e = ExceptionGroup("a", [e] * 5)\nraise e\n', says: 'ExceptionGroup: a (5 sub-exceptions)', line: 3, exit: 1 },
  { name: 'a union of ten thousand types', source: 'x = int\nfor i in range(10_000): x = x | type(f"A{i}", (), {})\n', options: forever, says: 'RunLimitReached: the program was stopped: it ran for more than 300000 steps', line: 2, exit: 3 },
  { name: 'what only the engine makes', source: 'import asyncio, types, typing, traceback\nfor t in types.GeneratorType, types.CoroutineType, types.FrameType, type(iter([])), type({}.keys()):\n    try: t()\n    except TypeError as e: print(e)\nfor f in types.CodeType, asyncio.tasks._GatheringFuture, lambda: typing.TypeVar(1), lambda: traceback.extract_tb(5):\n    try: f()\n    except (TypeError, AttributeError): print("refused")\nprint(super.__new__(super).__get__(1), traceback.FrameSummary(1, 2, 3).line)\n', exit: 0, out: "cannot create 'generator' instances\ncannot create 'coroutine' instances\ncannot create 'frame' instances\ncannot create 'list_iterator' instances\ncannot create 'dict_keys' instances\nrefused\nrefused\nrefused\nrefused\n<super: <class 'NULL'>, NULL> \n" },
  { name: 'a reader that is not initialised', source: 'import asyncio\nclass R(asyncio.StreamReader):\n    def __init__(self): pass\nasync def main():\n    print(R()._loop)\n    await R().read(1)\nasyncio.run(main())\n', says: "AttributeError: 'R' object has no attribute '_loop'", line: 6, exit: 1 },
  { name: 'nested data', source: 'x = []\nfor _ in range(100_000): x = [x]\nprint(repr(x))\n', says: 'RecursionError: Stack overflow (used 10216 kB) while getting the repr of an object', line: 3, exit: 1 },
  { name: 'nested data compared', source: 'x, y = [], []\nfor _ in range(100_000): x, y = [x], [y]\nx == y\n', says: 'RecursionError: Stack overflow (used 10216 kB) in comparison', line: 3, exit: 1 },
  { name: 'a list nested a million deep goes', source: 'x = []\nfor _ in range(10**6): x = [x]\ndel x\nprint("gone")\n', exit: 0, out: 'gone\n' },
  { name: 'tasks that wait for each other', source: 'import asyncio\nasync def main():\n    async def one(): await b\n    async def other(): await a\n    a = asyncio.create_task(one())\n    b = asyncio.create_task(other())\n    await a\nasyncio.run(main())\n', exit: 1 },
  { name: 'cancelling tasks that wait for each other', source: 'import asyncio\nasync def main():\n    async def one(): await b\n    async def other(): await a\n    a = asyncio.create_task(one())\n    b = asyncio.create_task(other())\n    await asyncio.sleep(0)\n    await asyncio.sleep(0)\n    a.cancel()\n    await a\nasyncio.run(main())\n', says: 'RecursionError: Stack overflow (used 10216 kB) while calling a Python object', exit: 1 },
  { name: 'output', limit: 'output', source: 'for i in range(200_000):\n    print("0123456789")\nraise ValueError("the end")\n', says: 'ValueError: the end', line: 3, exit: 1, cut: 1 << 20 },
  { name: 'output, set', source: 'print("x" * 100)\nprint("y")\n', options: { limits: { output: 50 } }, exit: 0, cut: 50 },
  { name: 'rounds of the event loop', limit: 'loop_iterations', source: 'import asyncio\nasync def main():\n    print("before")\n    while True: await asyncio.sleep(0)\nasyncio.run(main())\n', options: { limits: { loop_iterations: 1000 } }, says: 'LimitError: limit: more than 1000 event loop iterations', line: 5, exit: 1, out: 'before\n' },
  { name: 'virtual time', limit: 'virtual_seconds', source: 'import asyncio\nasync def main():\n    print("before")\n    await asyncio.sleep(100)\nasyncio.run(main())\n', options: { limits: { virtual_seconds: 50 } }, says: 'RunLimitReached: the program was stopped: its simulated clock went past 50.0 seconds', exit: 3, out: 'before\n' },
  { name: 'virtual time, without a loop', source: 'import time\nprint("before")\ntime.sleep(100)\n', options: { limits: { virtual_seconds: 50 } }, says: 'RunLimitReached: the program was stopped: its simulated clock went past 50.0 seconds', line: 3, exit: 3, out: 'before\n' },
  { name: 'virtual time, of a thread', source: 'import threading, time\nprint("before")\nt = threading.Thread(target=time.sleep, args=(100,))\nt.start()\nt.join()\n', options: { limits: { virtual_seconds: 50 } }, says: 'RunLimitReached: the program was stopped: its simulated clock went past 50.0 seconds', exit: 3, out: 'before\n' },
  { name: 'virtual time, caught again and again', source: 'import time\nwhile True:\n    try: time.sleep(100)\n    except BaseException: pass\n', options: { limits: { virtual_seconds: 50, steps: 3_000_000 } }, says: 'RunLimitReached: the program was stopped: its simulated clock went past 50.0 seconds', line: 3, exit: 3 },
  { name: 'virtual time, caught in a task again and again', source: 'import asyncio\nasync def main(): await asyncio.sleep(100)\nwhile True:\n    try: asyncio.run(main())\n    except BaseException: pass\n', options: { limits: { virtual_seconds: 50, steps: 3_000_000 } }, says: 'RunLimitReached: the program was stopped: its simulated clock went past 50.0 seconds', exit: 3 },
  { name: 'events', limit: 'events', source: 'import asyncio\nasync def main():\n    print("before")\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(main())\n', options: { diagnose: true, limits: { events: 1000 } }, says: 'RunLimitReached: the program was stopped: it made more than 1000 events', line: 5, exit: 3, out: 'before\n' },
  { name: 'events, caught again and again', source: 'import asyncio\nasync def main():\n    while True:\n        try:\n            while True: await asyncio.sleep(0)\n        except BaseException: pass\nasyncio.run(main())\n', options: { diagnose: true, limits: { events: 1000 } }, says: 'RunLimitReached: the program was stopped: it made more than 1000 events', exit: 3 },
  { name: 'events without a loop', source: 'while True: print(end=".")\n', options: { diagnose: true, limits: { events: 50 } }, says: 'RunLimitReached: the program was stopped: it made more than 50 events', line: 1, exit: 3 },
  { name: 'events that nobody asked for', source: 'import asyncio\nasync def main():\n    for i in range(1000): await asyncio.sleep(0)\n    print("done")\nasyncio.run(main())\n', options: { limits: { events: 50 } }, exit: 0, out: 'done\n', silent: true },
  { name: '300 brackets', limit: 'nesting of source', source: `x = ${'('.repeat(300)}1${')'.repeat(300)}\n`, says: 'SyntaxError: too many nested parentheses', line: 1, exit: 1 },
  { name: '101 indents', source: Array.from({ length: 101 }, (_, i) => `${' '.repeat(i)}if 1:`).join('\n') + `\n${' '.repeat(101)}pass\n`, says: 'IndentationError: too many levels of indentation', line: 101, exit: 1 },
  { name: '151 f-strings', source: `x = ${"f'{".repeat(151)}1${"}'".repeat(151)}\n`, says: 'SyntaxError: too many nested f-strings', line: 1, exit: 1 },
  { name: 'a sum of a million terms', source: `print(${Array(10 ** 6).fill('1').join('+')})\n`, exit: 0, out: '1000000\n' },
  { name: 'a million attributes', source: `x = a${'.b'.repeat(10 ** 6)}\n`, says: 'RecursionError: maximum recursion depth exceeded during compilation', exit: 1 },
  { name: 'ten thousand elifs', source: `if 0: pass\n${'elif 0: pass\n'.repeat(10_000)}`, says: 'MemoryError: Parser stack overflowed', exit: 1 },
  { name: '10,000 minus signs', source: `x = ${'-'.repeat(10_000)}1\n`, says: 'MemoryError: Parser stack overflowed - Python source too complex to parse', exit: 1 },
  { name: 'eval of what nests too deeply', source: 'try:\n    eval("-" * 10_000 + "1")\nexcept MemoryError as e:\n    print(e)\ntry:\n    eval("a" + ".b" * 10_000)\nexcept RecursionError as e:\n    print(e)\n', exit: 0, out: 'Parser stack overflowed - Python source too complex to parse\nmaximum recursion depth exceeded during compilation\n' },
  { name: 'too many digits', limit: 'digits of an int as text', source: 'print(str(10**4300))\n', says: 'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit', line: 1, exit: 1 },
  { name: 'too many digits to read', source: 'int("1" * 4301)\n', says: 'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit', line: 1, exit: 1 },
  { name: 'a __del__ that never ends', source: 'class A:\n    def __del__(self):\n        while True: pass\nA()\n', options: forever, exit: 3 },
  { name: 'finally that never ends', source: 'def f():\n    try:\n        while True: pass\n    finally:\n        f()\nf()\n', options: forever, exit: 3 },
  { name: 'sys.modules is emptied', source: 'import sys, asyncio\nsys.modules.clear()\nasyncio.sleep = None\nprint(1)\n', exit: 0, out: '1\n' },
  { name: 'what only the modules in Python call, with anything', source: 'import _ap, _threads, _gc\nvalues = 5, -1, 10**30, 1.5, "abc", b"x", None, (), [3], {}, {1}, int, len, lambda: 1, ..., object()\nsteps = 0\nfor module in _ap, _threads, _gc:\n    for name, f in vars(module).items():\n        if not callable(f) or name in ("write_stderr", "settle", "park"): continue\n        for n in range(5):\n            for i in range(len(values) if n else 1):\n                for j in 1, 3, 5:\n                    try: f(*[values[(i + j * k) % len(values)] for k in range(n)])\n                    except Exception: pass\n                    steps += 1\nprint(steps > 1000)\n', options: { limits: { steps: 10**8 } }, exit: 0, out: 'True\n' },
  { name: 'what modules have for names that they lack', source: 'import asyncio, sys, time\nfor module in asyncio, sys, time:\n    for name in "nothing", "_nothing", "", 5, None:\n        try: print(module.__getattr__(name))\n        except (AttributeError, TypeError): print("refused")\n    try: module.nothing\n    except AttributeError as e: print(e)\n', exit: 0, out: `${'NotImplemented\n'.repeat(5)}module 'asyncio' has no attribute 'nothing'\n${'NotImplemented\n'.repeat(5)}module 'sys' has no attribute 'nothing'\n${'NotImplemented\n'.repeat(5)}module 'time' has no attribute 'nothing'\n` },
  { name: 'built-ins are replaced', source: 'import builtins\nbuiltins.print = None\nbuiltins.len = None\nbuiltins.__import__ = None\n', exit: 0 },
];

/** Ten megabytes that have to be answered within two seconds. */
export const tenMegabytes = `x = 1\n${'y = x + 1  # and so on, for ten megabytes\n'.repeat(250_000)}`;

/** What follows each of them, and must print and tell the same as on a fresh engine. */
export const probe = `import asyncio, random, sys
from collections import deque

class A:
    def __repr__(self): return f"A at {hex(id(self))}"

async def worker(name, queue):
    while (item := await queue.get()) is not None:
        print(name, item, random.random())
        await asyncio.sleep(0.5)

async def main():
    queue = asyncio.Queue(2)
    async with asyncio.TaskGroup() as group:
        for name in "ab": group.create_task(worker(name, queue))
        for i in range(6): await queue.put(i)
        for _ in "ab": await queue.put(None)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 1)
    except TimeoutError as e:
        print(repr(e), asyncio.get_running_loop().time())

asyncio.run(main())
print(A(), {1, "x", (2,)}, hash("x"), sys.getrecursionlimit(), len(sys.modules) > 3)
def deep(n): return n and 1 + deep(n - 1)
print(deep(900))
raise ValueError("the end")
`;
