import asyncio
class Boom(Exception): pass
async def g(n):
    try:
        print("start"); x = yield 1
        print("got", x); yield 2
    finally: print("fin")
async def g2():
    try: yield 1
    except Boom as e: print("caught", e); yield 7
async def g3():
    try: yield 1
    except Boom: print("swallow")
async def tryit(what, coro):
    try: print(what, await coro)
    except BaseException as e: print(what, repr(e))
async def main():
    for mk in (lambda: g(1), g2, g3):
        a = mk(); await tryit("athrow new", a.athrow(Boom("t"))); await tryit("anext", anext(a, "end")); await tryit("athrow again", a.athrow(Boom("t2"))); await tryit("aclose", a.aclose()); await tryit("asend", a.asend(None)); await tryit("athrow closed", a.athrow(Boom("t3")))
        a = mk(); await tryit("anext", anext(a, "end")); await tryit("athrow", a.athrow(Boom("t"))); await tryit("athrow2", a.athrow(Boom("t2"))); await tryit("anext", anext(a, "end")); await tryit("aclose", a.aclose()); await tryit("anext", anext(a))
        a = mk(); await tryit("aclose new", a.aclose()); await tryit("athrow", a.athrow(Boom("t"))); await tryit("asend", a.asend(None)); await tryit("anext d", anext(a, "end"))
        a = mk(); await tryit("asend", a.asend(None)); await tryit("aclose", a.aclose()); await tryit("athrow", a.athrow(Boom("t"))); await tryit("asend", a.asend("x")); await tryit("aclose", a.aclose())
        a = mk(); await tryit("anext", anext(a)); await tryit("anext", anext(a, "end"));  await tryit("anext", anext(a, "end")); await tryit("athrow fin", a.athrow(Boom("t"))); await tryit("aclose", a.aclose()); await tryit("athrow fin", a.athrow(Boom("t")))
asyncio.run(main())
