"""binascii: hexadecimal, base64 and CRC-32."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {c: i for i, c in enumerate(_ALPHABET)}


def hexlify(data, sep="", bytes_per_sep=1):
    return (bytes(data).hex(sep, bytes_per_sep) if sep else bytes(data).hex()).encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        if any(c.isspace() for c in text):
            raise ValueError
        return bytes.fromhex(text)
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    data = bytes(data)
    out = bytearray()
    for i in range(0, len(data) - 2, 3):
        n = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out += bytes((_ALPHABET[n >> 18], _ALPHABET[n >> 12 & 63], _ALPHABET[n >> 6 & 63], _ALPHABET[n & 63]))
    rest = len(data) % 3
    if rest:
        n = int.from_bytes(data[-rest:] + b"\0" * (3 - rest), "big")
        out += bytes((_ALPHABET[n >> 18], _ALPHABET[n >> 12 & 63], _ALPHABET[n >> 6 & 63] if rest == 2 else 61, 61))
    return bytes(out) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    data = data.encode("ascii") if isinstance(data, str) else bytes(data)
    out = bytearray()
    bits = n = count = pads = 0
    for c in data:
        if c == 61:
            if strict_mode and not count:
                raise Error("Leading padding not allowed")
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                if strict_mode and data[data.index(61) + pads:]:
                    raise Error("Excess data after padding")
                return bytes(out)
            continue
        value = _VALUES.get(c)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if pads and strict_mode:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        count += 1
        n = (n << 6 | value) & 0xffffff
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(n >> bits & 255)
    if count % 4 == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4")
    if count % 4:
        raise Error("Incorrect padding")
    return bytes(out)


def _table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0xedb88320 if n & 1 else n >> 1
        table.append(n)
    return table


_crc = []


def crc32(data, value=0, /):
    if not _crc:
        _crc.extend(_table())
    value ^= 0xffffffff
    for b in bytes(data):
        value = value >> 8 ^ _crc[(value ^ b) & 255]
    return value ^ 0xffffffff
