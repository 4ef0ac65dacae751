# urllib.request, simulated as in requests.py
import io
import time


class HTTPResponse(io.BytesIO):
    def __init__(self, method, url):
        super().__init__(f"{method} {url}".encode())
        self.url, self.status, self.code, self.reason = url, 200, 200, "OK"
        self.headers = {"Content-Type": "text/plain"}

    def geturl(self): return self.url
    def getcode(self): return self.status
    def getheader(self, name, default=None): return self.headers.get(name, default)


HTTPResponse.__module__ = "http.client"


class Request:
    def __init__(self, url, data=None, headers={}, method=None):
        self.full_url, self.data, self.headers, self.method = url, data, dict(headers), method

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")


def urlopen(url, data=None, timeout=None, **options):
    request = url if isinstance(url, Request) else Request(url, data)
    time.sleep(2)
    return HTTPResponse(request.get_method(), request.full_url)
