"""HTTP libraries without a network: every request is answered with 200 after 2 virtual seconds.

`requests` and `urllib.request` hold the loop for that time, `aiohttp` and `httpx.AsyncClient` do not.
The body is "METHOD URL" as plain text, and as JSON {"url": URL}.
"""
import asyncio
import collections.abc
import functools
import io
import json
import sys
import time
import types
import urllib
import urllib.error

LATENCY = 2
VERBS = ('get', 'post', 'put', 'delete', 'head', 'patch', 'options')


def _body(method, url):
    return f'{method} {url}'


def _publish(name, *members, **constants):
    module = types.ModuleType(name, f'{name}, simulated: no request leaves this process')
    for member in members:
        member.__module__, member.__qualname__ = name, member.__name__
        setattr(module, member.__name__, member)
    vars(module).update(constants)
    sys.modules[name] = module
    return module


# -- requests (blocking) ------------------------------------------------------------------------------------------

def _requests():
    class RequestException(OSError):
        pass

    class Response:
        def __init__(self, method, url):
            self.url, self.status_code, self.reason, self.ok = url, 200, 'OK', True
            self.headers = {'Content-Type': 'text/plain'}
            self.text = _body(method, url)
            self.content = self.text.encode()

        def __repr__(self):
            return f'<Response [{self.status_code}]>'

        def json(self):
            return {'url': self.url}

        def raise_for_status(self):
            pass

    def request(method, url, **options):
        time.sleep(LATENCY)
        return Response(method.upper(), url)

    class Session:
        def __enter__(self):
            return self

        def __exit__(self, *exc):
            pass

        def close(self):
            pass

        def request(self, method, url, **options):
            return request(method, url)

    module = _publish('requests', RequestException, Response, request, Session)
    for verb in VERBS:
        setattr(Session, verb, staticmethod(functools.partial(request, verb)))
        shortcut = functools.partial(request, verb)
        shortcut.__name__ = verb
        setattr(module, verb, shortcut)


# -- urllib.request (blocking) ------------------------------------------------------------------------------------

def _urllib():
    class HTTPResponse(io.BytesIO):
        def __init__(self, method, url):
            super().__init__(_body(method, url).encode())
            self.url, self.status, self.code, self.reason = url, 200, 200, 'OK'
            self.headers = {'Content-Type': 'text/plain'}

        def geturl(self):
            return self.url

        def getcode(self):
            return self.status

        def getheader(self, name, default=None):
            return self.headers.get(name, default)

    class Request:
        def __init__(self, url, data=None, headers={}, method=None):
            self.full_url, self.data, self.headers = url, data, dict(headers)
            self.method = method

        def get_method(self):
            return self.method or ('GET' if self.data is None else 'POST')

    def urlopen(url, data=None, timeout=None, **options):
        request = url if isinstance(url, Request) else Request(url, data)
        time.sleep(LATENCY)
        return HTTPResponse(request.get_method(), request.full_url)

    urllib.request = _publish('urllib.request', Request, urlopen)
    HTTPResponse.__module__, HTTPResponse.__qualname__ = 'http.client', 'HTTPResponse'


# -- aiohttp ------------------------------------------------------------------------------------------------------

def _aiohttp():
    class ClientError(Exception):
        pass

    class ClientTimeout:
        def __init__(self, total=None, **parts):
            self.total = total

    class ClientResponse:
        def __init__(self, method, url):
            self.method, self.url = method, url
            self.status, self.reason, self.ok = 200, 'OK', True
            self.headers = {'Content-Type': 'text/plain'}

        def __repr__(self):
            return f'<ClientResponse({self.url}) [200 OK]>'

        async def text(self):
            return _body(self.method, self.url)

        async def read(self):
            return _body(self.method, self.url).encode()

        async def json(self):
            return {'url': self.url}

        def raise_for_status(self):
            pass

        def release(self):
            pass

        close = release

        async def __aenter__(self):
            return self

        async def __aexit__(self, *exc):
            pass

    async def exchange(method, url):
        await asyncio.sleep(LATENCY)
        return ClientResponse(method, url)
    exchange.__name__ = exchange.__qualname__ = '_request'

    class _RequestContextManager(collections.abc.Coroutine):
        """What session.get() returns: may be awaited, or entered with `async with`."""

        def __init__(self, coro):
            self._coro = coro

        def send(self, value):
            return self._coro.send(value)

        def throw(self, *exc):
            return self._coro.throw(*exc)

        def close(self):
            return self._coro.close()

        def __await__(self):
            return self._coro.__await__()

        async def __aenter__(self):
            return await self._coro

        async def __aexit__(self, *exc):
            pass

    class ClientSession:
        def __init__(self, *args, **options):
            self.closed = False

        async def __aenter__(self):
            return self

        async def __aexit__(self, *exc):
            await self.close()

        async def close(self):
            self.closed = True

        def request(self, method, url, **options):
            return _RequestContextManager(exchange(method.upper(), url))

    def shortcut(verb):
        return lambda self, url, **options: self.request(verb.upper(), url)

    for verb in VERBS:
        setattr(ClientSession, verb, shortcut(verb))
    _publish('aiohttp', ClientError, ClientTimeout, ClientResponse, ClientSession)


# -- httpx --------------------------------------------------------------------------------------------------------

def _httpx():
    class HTTPError(Exception):
        pass

    class Response:
        def __init__(self, method, url):
            self.url, self.status_code, self.reason_phrase, self.is_success = url, 200, 'OK', True
            self.headers = {'Content-Type': 'text/plain'}
            self.text = _body(method, url)
            self.content = self.text.encode()

        def __repr__(self):
            return f'<Response [{self.status_code} {self.reason_phrase}]>'

        def json(self):
            return {'url': self.url}

        def raise_for_status(self):
            return self

    class AsyncClient:
        def __init__(self, **options):
            self.is_closed = False

        async def __aenter__(self):
            return self

        async def __aexit__(self, *exc):
            await self.aclose()

        async def aclose(self):
            self.is_closed = True

        async def request(self, method, url, **options):
            await asyncio.sleep(LATENCY)
            return Response(method.upper(), url)

    def shortcut(verb):
        async def method(self, url, **options):
            return await self.request(verb.upper(), url)
        method.__name__, method.__qualname__ = verb, f'AsyncClient.{verb}'
        return method

    for verb in VERBS:
        setattr(AsyncClient, verb, shortcut(verb))

    def get(url, **options):
        time.sleep(LATENCY)
        return Response('GET', url)

    _publish('httpx', HTTPError, Response, AsyncClient, get)


def install():
    _requests()
    _urllib()
    _aiohttp()
    _httpx()
