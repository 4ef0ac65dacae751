"""base64, base32, base16 and base85."""
import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b16encode", "b16decode",
           "b85encode", "b85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]
_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}") from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(b"+/", b"-_"))


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(bytes.maketrans(b"-_", b"+/")))


def b32encode(s):
    s = bytes(s)
    out = bytearray()
    for i in range(0, len(s), 5):
        chunk = s[i:i + 5]
        n = int.from_bytes(chunk.ljust(5, b"\0"), "big")
        group = bytes([_B32[n >> shift & 31] for shift in range(35, -1, -5)])
        keep = (len(chunk) * 8 + 4) // 5
        out += group[:keep] + b"=" * (8 - keep)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if casefold:
        s = s.upper()
    body = s.rstrip(b"=")
    pad = len(s) - len(body)
    n = 0
    for c in body:
        if c not in _B32:
            raise binascii.Error("Non-base32 digit found")
        n = n << 5 | _B32.index(c)
    if pad not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    n <<= 5 * pad
    size = len(s) // 8 * 5
    return n.to_bytes(size, "big")[:size - (pad * 5 + 7) // 8 if pad else size]


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b"0123456789ABCDEF" for c in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def b85encode(b, pad=False):
    b = bytes(b)
    out = bytearray()
    for i in range(0, len(b), 4):
        chunk = b[i:i + 4]
        n = int.from_bytes(chunk.ljust(4, b"\0"), "big")
        group = bytes([_B85[n // 85 ** k % 85] for k in range(4, -1, -1)])
        out += group if pad else group[:len(chunk) + 1]
    return bytes(out)


def b85decode(b):
    b = _bytes(b)
    out = bytearray()
    for i in range(0, len(b), 5):
        chunk = bytes(b[i:i + 5])
        n = 0
        for k, c in enumerate(chunk.ljust(5, b"~")):
            if c not in _B85:
                raise ValueError(f"bad base85 character at position {i + k}")
            n = n * 85 + _B85.index(c)
        if n >> 32:
            raise ValueError(f"base85 overflow in hunk starting at byte {i}")
        out += n.to_bytes(4, "big")[:len(chunk) - 1]
    return bytes(out)


def encodebytes(s):
    return b"".join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(s)
