import asyncio, inspect
from unittest.mock import AsyncMock, MagicMock, Mock, call, create_autospec
class Client:
    async def get(self, url): return url
    def close(self): pass
async def main():
    m = AsyncMock()
    print(inspect.iscoroutinefunction(m), asyncio.iscoroutinefunction(m), m.called, m.await_count)
    c = m(1); print(m.call_count, m.await_count, inspect.iscoroutine(c)); print(type(await c).__name__, m.await_count, m.await_args)
    for bad in (lambda: m.assert_not_awaited(), lambda: m.assert_awaited_with(2), lambda: m.assert_awaited_once_with(2), lambda: m.assert_any_await(5), lambda: m.assert_has_awaits([call(9)]),
                lambda: AsyncMock().assert_awaited(), lambda: AsyncMock().assert_awaited_once(), lambda: AsyncMock().assert_awaited_with(1), lambda: m.assert_awaited_once()):
        try:
            print(bad())
        except AssertionError as e:
            print(e)
    async def effect(x):
        await asyncio.sleep(1)
        return x + 1
    print(await AsyncMock(side_effect=effect)(1), await AsyncMock(side_effect=lambda: 'plain')())
    it = AsyncMock(side_effect=['one'])
    print(await it())
    try:
        await it()
    except StopAsyncIteration as e:
        print('StopAsyncIteration', e)
    s = Mock(spec=Client)
    print(type(s.get).__name__, type(s.close).__name__, type(AsyncMock(spec=Client).close).__name__)
    a = create_autospec(Client); a.return_value.get.return_value = 'page'
    print(await a().get('u'), a.return_value.get.await_args)
    mm = MagicMock()
    async with mm as inside:
        print('inside', mm.__aenter__.await_count)
    mm.__aiter__.return_value = [1, 2, 3]
    print([x async for x in mm])
    m.get.return_value = 4; print(await m.get(), m.mock_calls)
    m.reset_mock(); print(m.await_count, m.await_args_list)
asyncio.run(main())
