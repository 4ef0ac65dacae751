"""hmac (RFC 2104) over hashlib."""
import hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._make = digestmod if callable(digestmod) else lambda data=b"": hashlib.new(digestmod, data)
        self._inner = self._make()
        self.digest_size, self.block_size = self._inner.digest_size, self._inner.block_size
        if len(key) > self.block_size:
            key = self._make(bytes(key)).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._outer = bytes([b ^ 0x5c for b in key])
        self._inner.update(bytes([b ^ 0x36 for b in key]))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        self._inner.update(msg)

    def digest(self):
        return self._make(self._outer + self._inner.digest()).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    if isinstance(a, str) != isinstance(b, str):
        raise TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'" % (type(a).__name__, type(b).__name__))
    return a == b
