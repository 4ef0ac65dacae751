import io


class URLError(OSError):
    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self): return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    def __init__(self, url, code, msg, hdrs, fp=None):
        self.args = ()
        self.url = self.filename = url
        self.code = self.status = code
        self.msg = self.reason = msg
        self.hdrs = self.headers = hdrs
        self.fp = fp or io.BytesIO()

    def read(self, *args): return self.fp.read(*args)
    def geturl(self): return self.url
    def getcode(self): return self.code
    def close(self): pass
    def __str__(self): return f"HTTP Error {self.code}: {self.msg}"
    def __repr__(self): return f"<HTTPError {self.code}: {self.msg!r}>"


class ContentTooShortError(URLError):
    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
