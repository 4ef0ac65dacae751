# uuid: random ones come from the run's seed.
import random as _random
import _ap
_source = _random.Random(_ap.seed())


class UUID:
    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        if hex is not None:
            h = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(h) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(h, 16)
        elif bytes is not None:
            int = _int.from_bytes(bytes, "big")
        elif int is None:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if version is not None:
            int &= ~(0xc000 << 48)
            int |= 0x8000 << 48
            int &= ~(0xf000 << 64)
            int |= version << 76
        self.int = int

    hex = property(lambda self: "%032x" % self.int)
    bytes = property(lambda self: self.int.to_bytes(16, "big"))
    version = property(lambda self: (self.int >> 76) & 15)
    urn = property(lambda self: "urn:uuid:" + str(self))
    variant = property(lambda self: "specified in RFC 4122")

    def __str__(self):
        h = self.hex
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def __repr__(self): return f"UUID({str(self)!r})"
    def __eq__(self, o): return self.int == o.int if isinstance(o, UUID) else NotImplemented
    def __lt__(self, o): return self.int < o.int if isinstance(o, UUID) else NotImplemented
    def __hash__(self): return hash(self.int)
    def __int__(self): return self.int


_int = int


def uuid4(): return UUID(int=_source.getrandbits(128), version=4)
def uuid1(node=None, clock_seq=None): return UUID(int=_source.getrandbits(128), version=1)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
