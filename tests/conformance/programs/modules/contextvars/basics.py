from contextvars import ContextVar, copy_context, Context
v = ContextVar("v", default=1)
w = ContextVar("w")
print(v.get(), v.name, w.get("fallback"))
try:
    w.get()
except LookupError as e:
    print(type(e).__name__, str(e).split(" at 0x")[0])
token = v.set(2)
print(v.get(), token.old_value, token.var is v)
v.reset(token)
print(v.get())
try:
    v.reset(token)
except RuntimeError as e:
    print("used once")
t2 = w.set("x")
print(t2.old_value is t2.MISSING)
ctx = copy_context()
print(ctx[w], w in ctx, v in ctx, len(ctx), list(ctx.values()), ctx.get(v))
def change():
    w.set("inside")
    return w.get()
print(ctx.run(change), w.get(), ctx[w])
with v.set(99):
    print(v.get())
print(v.get())
