"""The simulated network behind aiohttp, httpx, requests and urllib: what a URL answers, after how long. The run's options say so
(`network` in api/options.hpp, `--network FILE`); without them every URL answers 200 after 2 seconds with its method and URL as text."""
from _ap import network as _options, request_started, request_answered, block

_REASONS = {100: "Continue", 101: "Switching Protocols", 200: "OK", 201: "Created", 202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content",
            205: "Reset Content", 206: "Partial Content", 300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
            307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden",
            404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone", 411: "Length Required",
            413: "Content Too Large", 415: "Unsupported Media Type", 418: "I'm a Teapot", 422: "Unprocessable Content", 425: "Too Early", 429: "Too Many Requests",
            500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}
_text = _options()
if _text:
    import json
    _all = json.loads(_text)
    _urls = _all.pop("urls", {})
else:
    _all, _urls = {}, {}


def _fits(pattern, url):
    first, *parts = pattern.split("*")
    if not parts:
        return url == pattern
    if not url.startswith(first):
        return False
    at = len(first)
    for part in parts[:-1]:
        at = url.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return len(url) - len(parts[-1]) >= at and url.endswith(parts[-1])


class Headers(dict):
    """Header names count without their case."""

    def __getitem__(self, name):
        for key, value in self.items():
            if key.lower() == name.lower():
                return value
        raise KeyError(name)

    def get(self, name, default=None):
        try:
            return self[name]
        except KeyError:
            return default

    def __contains__(self, name):
        return self.get(name) is not None


class Answer:
    def __init__(self, method, url, params=None, data=None):
        asked = url
        if params and _urls:
            # What is asked for decides; the answer shows the URL as it was written.
            from urllib.parse import urlencode
            asked += ("&" if "?" in url else "?") + (params if isinstance(params, str) else urlencode(params))
        told = {}
        for pattern, answer in _urls.items():
            if _fits(pattern, asked) or _fits(pattern, url):
                told = answer
                break
        told = {**{k: v for k, v in _all.items() if not (k in ("body", "json") and ("body" in told or "json" in told))}, **told}
        self.method, self.url = method.upper(), url
        self.latency = float(told.get("latency", 2))
        self.failure = told.get("failure")
        self.status = told.get("status", 200)
        self.reason = _REASONS.get(self.status, "")
        self.headers = Headers({"Content-Type": "application/json" if "json" in told else "text/plain"})
        self.headers.update(told.get("headers", {}))
        if "json" in told:
            import json
            self.value = told["json"]
            self.body = json.dumps(self.value).encode()
        elif "body" in told:
            self.value = None
            self.body = told["body"].encode()
        else:
            self.value = {"url": url}
            self.body = f"{self.method} {url}".encode()

    def json(self):
        if self.value is None:
            import json
            return json.loads(self.body)
        return self.value

    def wait(self, timeout=None):
        """How long to wait, and whether that ends in a time-out."""
        latency = float("inf") if self.failure == "silent" else self.latency
        return (latency, False) if timeout is None or latency <= timeout else (float(timeout), True)

    @property
    def host(self):
        from urllib.parse import urlsplit
        return urlsplit(self.url).hostname or ""

    @property
    def port(self):
        from urllib.parse import urlsplit
        parts = urlsplit(self.url)
        return parts.port or (443 if parts.scheme == "https" else 80)

    @property
    def path(self):
        from urllib.parse import urlsplit
        parts = urlsplit(self.url)
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _close(answer, request, late, error=None):
    failed = error or ("time-out" if late else answer.failure)
    request_answered(request, 0 if failed else answer.status, 0 if failed else len(answer.body), failed or "")


def hold(answer, timeout, function):
    """Blocks the thread until the answer or the time-out, as `function`; is it the latter? What never comes ends as any wait for ever does here."""
    seconds, late = answer.wait(timeout)
    request = request_started(answer.method, answer.url)
    if seconds == float("inf"):
        import threading
        threading.Event().wait()
    if seconds > 0:
        block(seconds, function)
    _close(answer, request, late)
    return late


async def pause(answer, timeout):
    """Awaits the answer or the time-out; is it the latter?"""
    seconds, late = answer.wait(timeout)
    timer = None
    if seconds > 0:
        request, future, timer = request_started(answer.method, answer.url, seconds)
    else:
        import asyncio
        request, future = request_started(answer.method, answer.url), asyncio.sleep(0)
    try:
        await future
    except BaseException as e:
        _close(answer, request, late, type(e).__name__)
        raise
    finally:
        if timer:
            timer.cancel()
    _close(answer, request, late)
    return late
