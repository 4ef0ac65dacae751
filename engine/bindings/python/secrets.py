"""secrets: here as repeatable as all randomness of a run, and therefore no secrets."""
import random as _random
from hmac import compare_digest

__all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe", "compare_digest"]
DEFAULT_ENTROPY = 32
SystemRandom = _random.Random
_own = _random.Random("secrets")
randbits, choice = _own.getrandbits, _own.choice


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _own.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _own.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    import base64
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
