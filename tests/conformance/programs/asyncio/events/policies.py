import asyncio, warnings
warnings.simplefilter('ignore')
class P(asyncio.DefaultEventLoopPolicy if hasattr(asyncio, 'DefaultEventLoopPolicy') else object):
    def new_event_loop(self): print('new'); return super().new_event_loop()
    def set_event_loop(self, loop): print('set', loop is not None); super().set_event_loop(loop)
    def get_event_loop(self): print('get'); return super().get_event_loop()
asyncio.set_event_loop_policy(P())
print(type(asyncio.get_event_loop_policy()).__name__)
async def main():
    asyncio.get_event_loop(); asyncio.ensure_future(asyncio.sleep(0))
asyncio.run(main())
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop); print(asyncio.get_event_loop() is loop); loop.close()
try: asyncio.set_event_loop_policy(5)
except TypeError as e: print(e)
asyncio.set_event_loop_policy(None)
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
