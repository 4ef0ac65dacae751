import asyncio, math, time, unittest
from unittest import mock
from unittest.mock import patch
class Service:
    url = 'http'
    def fetch(self): return 'real'
    async def load(self): return 'loaded'
@patch('time.sleep')
@patch.object(Service, 'fetch', return_value='fake')
def f(fetch, sleep):
    time.sleep(100)
    return Service().fetch(), sleep.call_args, fetch.called
print(f(), Service().fetch())
with patch.object(Service, 'url', 'ftp') as new:
    print(Service.url, new)
print(Service.url)
d = {'a': 1}
with patch.dict(d, {'b': 2}, clear=True):
    print(d)
print(d)
p = patch('math.sqrt', lambda x: 'root'); p.start(); print(math.sqrt(4)); p.stop(); print(math.sqrt(4))
for bad in (lambda: patch('nodot'), lambda: patch.object(Service, 'nothing').start(), lambda: patch('time.sleep', new=1, new_callable=mock.Mock), lambda: patch('time.sleep', 1, x=2).start()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
async def main():
    with patch.object(Service, 'load') as load:
        load.return_value = 'mocked'
        print(await Service().load(), type(load).__name__, load.await_count)
    with patch('asyncio.sleep', new_callable=mock.AsyncMock) as sleep:
        await asyncio.sleep(5)
        sleep.assert_awaited_once_with(5)
    with patch.multiple(Service, fetch=mock.DEFAULT, url='u') as mocks:
        print(sorted(mocks), Service.url)
asyncio.run(main())
@patch.object(Service, 'fetch', autospec=True)
class T(unittest.TestCase):
    def test_it(self, fetch):
        s = Service(); s.fetch()
        fetch.assert_called_once_with(s)
        print('tested', type(fetch).__name__)
unittest.main()
