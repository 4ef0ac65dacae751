# aiohttp, simulated: every request is answered with 200 after 2 virtual seconds.
import asyncio
import collections.abc
VERBS = ("get", "post", "put", "delete", "head", "patch", "options")


class ClientError(Exception): pass
class ClientConnectionError(ClientError): pass
class ClientResponseError(ClientError): pass


class ClientTimeout:
    def __init__(self, total=None, **parts):
        self.total = total


class ClientResponse:
    def __init__(self, method, url):
        self.method, self.url = method, url
        self.status, self.reason, self.ok = 200, "OK", True
        self.headers = {"Content-Type": "text/plain"}

    def __repr__(self): return f"<ClientResponse({self.url}) [200 OK]>"
    async def text(self): return f"{self.method} {self.url}"
    async def read(self): return f"{self.method} {self.url}".encode()
    async def json(self, **options): return {"url": self.url}
    def raise_for_status(self): pass
    def release(self): pass
    close = release
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): pass


async def _request(method, url):
    await asyncio.sleep(2)
    return ClientResponse(method, url)


class _RequestContextManager(collections.abc.Coroutine):
    def __init__(self, coro): self._coro = coro
    def send(self, value): return self._coro.send(value)
    def throw(self, *exc): return self._coro.throw(*exc)
    def close(self): return self._coro.close()
    def __await__(self): return self._coro.__await__()
    async def __aenter__(self): return await self._coro
    async def __aexit__(self, *exc): pass


class ClientSession:
    def __init__(self, *args, **options): self.closed = False
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): await self.close()
    async def close(self): self.closed = True
    def request(self, method, url, **options): return _RequestContextManager(_request(method.upper(), url))


class TCPConnector:
    def __init__(self, *args, **options): pass


def _shortcut(verb):
    return lambda self, url, **options: self.request(verb.upper(), url)


for _v in VERBS:
    setattr(ClientSession, _v, _shortcut(_v))
