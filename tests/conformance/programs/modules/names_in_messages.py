import traceback, random, time, datetime, asyncio
def t(f):
    try: f()
    except Exception as e: print(traceback.format_exception_only(e)[-1].strip(), "|", e)
def names():
    class C: ab = 1; xyz = 2
    for n in ("i", "x", "ab", "q", "st", "it", "l", "le", "mx", "idd", "s", "se", "pr", "prnt", "Non", "al", "j", "_", "o", "op", "a1"):
        t(lambda: eval(n))
    for n in ("a", "b", "x", "xy", "ac", "zz", "abc", "y", "xyzz"):
        t(lambda: getattr(C, n))
names()
t(lambda: random()); t(lambda: time()); t(lambda: datetime(2024, 1, 1)); t(lambda: asyncio()); t(lambda: traceback())
def ub():
    print(time); time = 1
t(ub)
def ub2():
    def g(): return asyncio
    g(); asyncio = 1
t(ub2)
def glob(): return jsn
t(glob)
fut = asyncio.new_event_loop().create_future()
t(lambda: fut.ste_result); t(lambda: fut.res()); t(lambda: fut()); t(lambda: fut + 1); t(lambda: len(fut)); t(lambda: [x for x in asyncio.Lock()]); t(lambda: asyncio.Lock() + 1); t(lambda: asyncio.Queue()[0]); t(lambda: asyncio.Lock().aquire)
print(asyncio, asyncio.Lock, traceback, random, time)
import json, collections, itertools, math, os, functools, heapq, concurrent.futures, logging.handlers, sys, dataclasses, typing, contextlib, datetime, enum, re, string, statistics, threading, queue, uuid, operator, bisect, gc, atexit, types, abc, copy, inspect, weakref, warnings, struct, base64, hashlib, decimal, fractions, io, pathlib, contextvars, signal, builtins
print(json, collections, itertools, math, os, functools, heapq, concurrent.futures, logging.handlers, sys, dataclasses, typing, contextlib, datetime, enum, re, string, statistics, threading, queue, uuid, operator, bisect, gc, atexit, types, abc, copy, inspect, weakref, warnings, struct, base64, hashlib, decimal, fractions, io, pathlib, contextvars, signal, builtins, sep="\n")
