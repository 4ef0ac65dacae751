"""aiohttp's client over the simulated network of _network.py."""
import asyncio
import collections.abc
from _network import Answer, pause
VERBS = ("get", "post", "put", "delete", "head", "patch", "options")


class ClientError(Exception): pass
class InvalidURL(ClientError, ValueError): pass
class ClientPayloadError(ClientError): pass
class ClientConnectionError(ClientError): pass
class ClientOSError(ClientConnectionError, OSError): pass
class ServerConnectionError(ClientConnectionError): pass
class ServerDisconnectedError(ServerConnectionError):
    def __init__(self, message="Server disconnected"):
        self.args = (message,)
        self.message = message
class ServerTimeoutError(ServerConnectionError, TimeoutError): pass


class ClientConnectorError(ClientOSError):
    def __init__(self, answer, text):
        self.host, self.port = answer.host, answer.port
        self.args = (111, text)
        self._text = f"Cannot connect to host {self.host}:{self.port} ssl:default [{text}]"

    def __str__(self):
        return self._text


class ClientConnectorDNSError(ClientConnectorError): pass


class ClientResponseError(ClientError):
    def __init__(self, request_info=None, history=(), *, status=0, message="", headers=None):
        self.request_info, self.history, self.status, self.message, self.headers = request_info, history, status, message, headers
        self.args = (request_info, history)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={getattr(self.request_info, 'real_url', None)!r}"


class ContentTypeError(ClientResponseError): pass


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, **parts):
        self.total, self.connect, self.sock_read, self.sock_connect = total, connect, sock_read, sock_connect


class _RequestInfo:
    def __init__(self, url, method):
        self.url = self.real_url = url
        self.method = method


class ClientResponse:
    def __init__(self, answer):
        self._answer = answer
        self.method, self.url, self.status, self.reason, self.headers = answer.method, answer.url, answer.status, answer.reason, answer.headers
        self.ok = self.status < 400
        self.content_type = self.headers.get("Content-Type", "application/octet-stream").split(";")[0]
        self.request_info = _RequestInfo(self.url, self.method)
        self.closed = False

    def __repr__(self): return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"
    async def text(self, encoding=None, errors="strict"): return self._answer.body.decode(encoding or "utf-8", errors)
    async def read(self): return self._answer.body
    async def json(self, **options): return self._answer.json()

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.request_info, (), status=self.status, message=self.reason, headers=self.headers)

    def release(self): self.closed = True
    close = release
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): self.release()


async def _request(session, method, url, params=None, timeout=None, raise_for_status=None, **options):
    if session.closed:
        raise RuntimeError("Session is closed")
    answer = Answer(method, session._base + str(url), params)
    timeout = session._timeout if timeout is None else timeout
    total = getattr(timeout, "total", timeout)
    if await pause(answer, total or None):
        raise TimeoutError
    if answer.failure == "refused":
        raise ClientConnectorError(answer, "Connect call failed")
    if answer.failure == "unknown host":
        raise ClientConnectorDNSError(answer, "Name or service not known")
    if answer.failure == "reset":
        raise ServerDisconnectedError()
    response = ClientResponse(answer)
    if raise_for_status or raise_for_status is None and session._raise_for_status:
        response.raise_for_status()
    return response


class _RequestContextManager(collections.abc.Coroutine):
    def __init__(self, coro): self._coro = coro
    def send(self, value): return self._coro.send(value)
    def throw(self, *exc): return self._coro.throw(*exc)
    def close(self): return self._coro.close()
    def __await__(self): return self._coro.__await__()
    async def __aenter__(self): return await self._coro
    async def __aexit__(self, *exc): pass


class ClientSession:
    def __init__(self, base_url="", *, timeout=None, headers=None, raise_for_status=False, **options):
        self.closed, self._base, self._timeout, self._raise_for_status, self.headers = False, base_url or "", timeout, raise_for_status, headers or {}

    async def __aenter__(self): return self
    async def __aexit__(self, *exc): await self.close()
    async def close(self): self.closed = True
    def request(self, method, url, **options): return _RequestContextManager(_request(self, method.upper(), url, **options))


class TCPConnector:
    """`limit` is accepted; the simulated network takes any number of requests at once."""

    def __init__(self, *args, **options): pass


class BasicAuth:
    def __init__(self, login, password="", encoding="latin1"):
        self.login, self.password = login, password


class _OneRequest:
    """aiohttp.request(): a session for one request."""

    def __init__(self, method, url, options):
        self._session = ClientSession()
        self._request = self._session.request(method, url, **options)

    async def __aenter__(self): return await self._request
    async def __aexit__(self, *exc): await self._session.close()


def request(method, url, **options):
    return _OneRequest(method, url, options)


def _shortcut(verb):
    return lambda self, url, **options: self.request(verb.upper(), url, **options)


for _v in VERBS:
    setattr(ClientSession, _v, _shortcut(_v))
