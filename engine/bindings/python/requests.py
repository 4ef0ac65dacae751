# requests, simulated: every request is answered with 200 after 2 virtual seconds, in which the thread is held.
import time
_LATENCY = 2
VERBS = ("get", "post", "put", "delete", "head", "patch", "options")


class RequestException(OSError): pass
class HTTPError(RequestException): pass
class ConnectionError(RequestException): pass
class Timeout(RequestException): pass


class Response:
    def __init__(self, method, url):
        self.url, self.status_code, self.reason, self.ok = url, 200, "OK", True
        self.headers = {"Content-Type": "text/plain"}
        self.text = f"{method} {url}"
        self.content = self.text.encode()

    def __repr__(self): return f"<Response [{self.status_code}]>"
    def json(self): return {"url": self.url}
    def raise_for_status(self): pass


def request(method, url, **options):
    time.sleep(_LATENCY)
    return Response(method.upper(), url)


class Session:
    def __enter__(self): return self
    def __exit__(self, *exc): pass
    def close(self): pass
    def request(self, method, url, **options): return request(method, url)


def _shortcut(verb):
    def f(url, *args, **options):
        return request(verb, url)
    f.__name__ = f.__qualname__ = verb
    return f


for _v in VERBS:
    globals()[_v] = _shortcut(_v)
    setattr(Session, _v, staticmethod(globals()[_v]))
