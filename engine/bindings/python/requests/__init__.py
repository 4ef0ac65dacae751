"""requests over the simulated network of _network.py: a request holds the thread until it is answered."""
from _network import Answer, hold
from requests import exceptions
from requests.exceptions import (RequestException, HTTPError, ConnectionError, Timeout, ConnectTimeout, ReadTimeout, TooManyRedirects,
                                 JSONDecodeError)
VERBS = ("get", "post", "put", "delete", "head", "patch", "options")


class Response:
    def __init__(self, answer):
        self._answer = answer
        self.url, self.status_code, self.reason, self.headers, self.content = answer.url, answer.status, answer.reason, answer.headers, answer.body
        self.ok, self.encoding = self.status_code < 400, "utf-8"
        self.text = answer.body.decode()

    def __repr__(self): return f"<Response [{self.status_code}]>"
    def __bool__(self): return self.ok
    def __enter__(self): return self
    def __exit__(self, *exc): pass
    def close(self): pass
    def json(self, **options): return self._answer.json()
    def iter_lines(self): return iter(self.content.splitlines())

    def raise_for_status(self):
        if not self.ok:
            kind = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}", response=self)


def request(method, url, *, params=None, timeout=None, **options):
    if "://" not in url:
        raise exceptions.MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
    answer = Answer(method, url, params)
    late = hold(answer, timeout[1] if isinstance(timeout, tuple) else timeout, f"requests.{method.lower()}")
    pool = f"{'HTTPS' if url.startswith('https') else 'HTTP'}ConnectionPool(host={answer.host!r}, port={answer.port})"
    if late:
        raise ReadTimeout(f"{pool}: Read timed out. (read timeout={timeout[1] if isinstance(timeout, tuple) else timeout})")
    if answer.failure == "reset":
        raise ConnectionError("('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))")
    if answer.failure:
        why = "[Errno 111] Connection refused" if answer.failure == "refused" else f"Failed to resolve {answer.host!r} ([Errno -2] Name or service not known)"
        raise ConnectionError(f"{pool}: Max retries exceeded with url: {answer.path} (Caused by NewConnectionError({why!r}))")
    return Response(answer)


class Session:
    def __init__(self): self.headers = {}
    def __enter__(self): return self
    def __exit__(self, *exc): pass
    def close(self): pass
    def mount(self, prefix, adapter): pass
    def request(self, method, url, **options): return request(method, url, **options)


session = Session


def _shortcut(verb):
    def f(url, *args, **options):
        if args and verb == "get":
            options["params"] = args[0]
        return request(verb, url, **options)
    f.__name__ = f.__qualname__ = verb
    return f


for _v in VERBS:
    globals()[_v] = _shortcut(_v)
    setattr(Session, _v, staticmethod(globals()[_v]))
