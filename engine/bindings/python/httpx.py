"""httpx over the simulated network of _network.py."""
from _network import Answer, hold, pause
VERBS = ("get", "post", "put", "delete", "head", "patch", "options")


class HTTPError(Exception):
    def __init__(self, message="", **more):
        super().__init__(message)
        self.request = more.get("request")


class RequestError(HTTPError): pass
class TransportError(RequestError): pass
class TimeoutException(TransportError): pass
class ConnectTimeout(TimeoutException): pass
class ReadTimeout(TimeoutException): pass
class PoolTimeout(TimeoutException): pass
class NetworkError(TransportError): pass
class ConnectError(NetworkError): pass
class ReadError(NetworkError): pass
class RemoteProtocolError(TransportError): pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request=None, response=None):
        super().__init__(message, request=request)
        self.response = response


class Timeout:
    def __init__(self, timeout=5.0, *, connect=None, read=None, write=None, pool=None):
        self.connect, self.read, self.write, self.pool = (timeout if x is None else x for x in (connect, read, write, pool))


class Limits:
    def __init__(self, **limits): pass


class Response:
    def __init__(self, answer):
        self._answer = answer
        self.url, self.status_code, self.reason_phrase, self.headers = answer.url, answer.status, answer.reason, answer.headers
        self.content = answer.body
        self.text = answer.body.decode()
        self.is_success, self.is_error = self.status_code < 300, self.status_code >= 400
        self.is_client_error, self.is_server_error = 400 <= self.status_code < 500, self.status_code >= 500

    def __repr__(self): return f"<Response [{self.status_code} {self.reason_phrase}]>"
    def json(self): return self._answer.json()
    def read(self): return self.content
    async def aread(self): return self.content

    def raise_for_status(self):
        if self.is_success:
            return self
        kinds = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}
        raise HTTPStatusError(f"{kinds[self.status_code // 100]} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\nFor more information "
                              f"check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}", response=self)


def _after(answer, late):
    if late:
        raise ReadTimeout("")
    if answer.failure == "refused":
        raise ConnectError("All connection attempts failed")
    if answer.failure == "unknown host":
        raise ConnectError("[Errno -2] Name or service not known")
    if answer.failure == "reset":
        raise RemoteProtocolError("Server disconnected without sending a response.")
    return Response(answer)


_same = object()


class _Client:
    def __init__(self, *, base_url="", timeout=5.0, headers=None, **options):
        self.is_closed, self._base, self.timeout, self.headers = False, base_url, timeout, headers or {}

    def _begin(self, method, url, params, timeout):
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        timeout = self.timeout if timeout is _same else timeout
        answer = Answer(method, self._base + str(url), params)
        return answer, timeout.read if isinstance(timeout, Timeout) else timeout


class AsyncClient(_Client):
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): await self.aclose()
    async def aclose(self): self.is_closed = True

    async def request(self, method, url, *, params=None, timeout=_same, **options):
        answer, timeout = self._begin(method, url, params, timeout)
        return _after(answer, await pause(answer, timeout))


class Client(_Client):
    def __enter__(self): return self
    def __exit__(self, *exc): self.close()
    def close(self): self.is_closed = True

    def request(self, method, url, *, params=None, timeout=_same, **options):
        answer, timeout = self._begin(method, url, params, timeout)
        return _after(answer, hold(answer, timeout, f"httpx.{method.lower()}"))


def request(method, url, **options):
    return Client().request(method, url, **options)


def _shortcut(verb):
    async def method(self, url, **options):
        return await self.request(verb.upper(), url, **options)

    def blocking(self, url, **options):
        return self.request(verb.upper(), url, **options)

    def function(url, **options):
        return request(verb.upper(), url, **options)
    for f, owner in ((method, "AsyncClient."), (blocking, "Client."), (function, "")):
        f.__name__, f.__qualname__ = verb, owner + verb
    setattr(AsyncClient, verb, method)
    setattr(Client, verb, blocking)
    globals()[verb] = function


for _v in VERBS:
    _shortcut(_v)
