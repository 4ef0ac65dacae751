# httpx, simulated: every request is answered with 200 after 2 virtual seconds.
import asyncio
import time
VERBS = ("get", "post", "put", "delete", "head", "patch", "options")


class HTTPError(Exception): pass
class RequestError(HTTPError): pass
class TimeoutException(RequestError): pass
class HTTPStatusError(HTTPError): pass


class Response:
    def __init__(self, method, url):
        self.url, self.status_code, self.reason_phrase, self.is_success = url, 200, "OK", True
        self.headers = {"Content-Type": "text/plain"}
        self.text = f"{method} {url}"
        self.content = self.text.encode()

    def __repr__(self): return f"<Response [{self.status_code} {self.reason_phrase}]>"
    def json(self): return {"url": self.url}
    def raise_for_status(self): return self


class AsyncClient:
    def __init__(self, **options): self.is_closed = False
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): await self.aclose()
    async def aclose(self): self.is_closed = True

    async def request(self, method, url, **options):
        await asyncio.sleep(2)
        return Response(method.upper(), url)


def _shortcut(verb):
    async def method(self, url, **options):
        return await self.request(verb.upper(), url)
    method.__name__, method.__qualname__ = verb, f"AsyncClient.{verb}"
    return method


for _v in VERBS:
    setattr(AsyncClient, _v, _shortcut(_v))


def get(url, **options):
    time.sleep(2)
    return Response("GET", url)


def post(url, **options):
    time.sleep(2)
    return Response("POST", url)
