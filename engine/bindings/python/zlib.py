"""zlib: the checksums. What compresses is refused by name."""
from binascii import crc32

__version__ = "1.0"


class error(Exception):
    pass


def adler32(data, value=1, /):
    a, b = value & 0xffff, value >> 16 & 0xffff
    for c in bytes(data):
        a = (a + c) % 65521
        b = (b + a) % 65521
    return b << 16 | a
