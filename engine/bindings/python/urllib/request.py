"""urllib.request over the simulated network of _network.py."""
import io
from _network import Answer, hold
from urllib.error import HTTPError, URLError


class HTTPResponse(io.BytesIO):
    def __init__(self, answer):
        super().__init__(answer.body)
        self.url, self.status, self.code, self.reason, self.headers = answer.url, answer.status, answer.status, answer.reason, answer.headers
        self.msg = self.reason

    def info(self): return self.headers
    def geturl(self): return self.url
    def getcode(self): return self.status
    def getheader(self, name, default=None): return self.headers.get(name, default)
    def getheaders(self): return list(self.headers.items())


HTTPResponse.__module__ = "http.client"


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url, self.data, self.headers, self.method = url, data, dict(headers), method

    def add_header(self, key, value): self.headers[key.capitalize()] = value
    def get_full_url(self): return self.full_url
    def get_header(self, name, default=None): return self.headers.get(name, default)

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")


def urlopen(url, data=None, timeout=None, **options):
    request = url if isinstance(url, Request) else Request(url, data)
    if "://" not in request.full_url:
        raise ValueError(f"unknown url type: {request.full_url!r}")
    answer = Answer(request.get_method(), request.full_url)
    if hold(answer, timeout, "urllib.request.urlopen"):
        raise TimeoutError("The read operation timed out")
    if answer.failure == "refused":
        raise URLError(ConnectionRefusedError(111, "Connection refused"))
    if answer.failure == "unknown host":
        raise URLError(OSError(-2, "Name or service not known"))
    if answer.failure == "reset":
        raise URLError(ConnectionResetError(104, "Connection reset by peer"))
    if answer.status >= 400:
        raise HTTPError(answer.url, answer.status, answer.reason, answer.headers, io.BytesIO(answer.body))
    return HTTPResponse(answer)
