class RequestException(OSError):
    def __init__(self, *args, **kwargs):
        self.response, self.request = kwargs.pop("response", None), kwargs.pop("request", None)
        super().__init__(*args)


class InvalidJSONError(RequestException): pass
class JSONDecodeError(InvalidJSONError, ValueError): pass
class HTTPError(RequestException): pass
class ConnectionError(RequestException): pass
class Timeout(RequestException): pass
class ConnectTimeout(ConnectionError, Timeout): pass
class ReadTimeout(Timeout): pass
class TooManyRedirects(RequestException): pass
class MissingSchema(RequestException, ValueError): pass
class InvalidURL(RequestException, ValueError): pass


for _c in list(globals().values()):
    if isinstance(_c, type):
        _c.__module__ = "requests.exceptions"
