import asyncio
import warnings

warnings.simplefilter("always")
for f in (asyncio.get_event_loop_policy, lambda: asyncio.set_event_loop_policy(None)):
    f()
print("done")
