import asyncio
from unittest.mock import AsyncMock, MagicMock, Mock, patch
async def main():
    m = AsyncMock(return_value=5)
    print(await m(1, k=2), m.await_count, m.await_args, m.called)
    m.assert_awaited_once_with(1, k=2)
    s = AsyncMock(side_effect=[1, ValueError("x")])
    print(await s())
    try:
        await s()
    except ValueError as e:
        print(e)
    mm = MagicMock(); mm.f.return_value = 3; print(mm.f("a"), mm.f.call_count, mm.f.call_args_list, len(mm))
    with patch("time.time", return_value=1):
        import time
        print(time.time())
    try:
        m.assert_not_called()
    except AssertionError as e:
        print(str(e).splitlines()[0])
asyncio.run(main())
