"""uuid: random ones come from the run's seed."""
import random as _random
import _ap

_source = _random.Random(_ap.seed())
_int, _bytes = int, bytes
RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = ("reserved for NCS compatibility", "specified in RFC 4122",
                                                             "reserved for Microsoft compatibility", "reserved for future definition")


class SafeUUID:
    safe, unsafe, unknown = 0, -1, None


class UUID:
    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            h = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(h) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(h, 16)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            int = _int.from_bytes(bytes, "big")
        if fields is not None:
            if len(fields) != 6:
                raise ValueError("fields is not a 6-tuple")
            for i, (value, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48))):
                if not 0 <= value < 1 << bits:
                    raise ValueError(f"field {i + 1} out of range (need a {bits}-bit value)")
            int = fields[0] << 96 | fields[1] << 80 | fields[2] << 64 | fields[3] << 56 | fields[4] << 48 | fields[5]
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError("illegal version number")
            int = int & ~(0xc000 << 48) & ~(0xf000 << 64) | 0x8000 << 48 | version << 76
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    hex = property(lambda self: "%032x" % self.int)
    bytes = property(lambda self: self.int.to_bytes(16, "big"))
    time_low = property(lambda self: self.int >> 96)
    time_mid = property(lambda self: self.int >> 80 & 0xffff)
    time_hi_version = property(lambda self: self.int >> 64 & 0xffff)
    clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xff)
    clock_seq_low = property(lambda self: self.int >> 48 & 0xff)
    clock_seq = property(lambda self: (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low)
    node = property(lambda self: self.int & 0xffffffffffff)
    time = property(lambda self: (self.time_hi_version & 0xfff) << 48 | self.time_mid << 32 | self.time_low)
    urn = property(lambda self: "urn:uuid:" + str(self))
    fields = property(lambda self: (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low, self.node))

    @property
    def bytes_le(self):
        b = self.bytes
        return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

    @property
    def variant(self):
        top = self.int >> 61 & 7
        return RESERVED_NCS if top < 4 else RFC_4122 if top < 6 else RESERVED_MICROSOFT if top == 6 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None

    def __str__(self):
        h = self.hex
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def __repr__(self): return f"{self.__class__.__name__}({str(self)!r})"
    def __eq__(self, o): return self.int == o.int if isinstance(o, UUID) else NotImplemented
    def __lt__(self, o): return self.int < o.int if isinstance(o, UUID) else NotImplemented
    def __gt__(self, o): return self.int > o.int if isinstance(o, UUID) else NotImplemented
    def __le__(self, o): return self.int <= o.int if isinstance(o, UUID) else NotImplemented
    def __ge__(self, o): return self.int >= o.int if isinstance(o, UUID) else NotImplemented
    def __hash__(self): return hash(self.int)
    def __int__(self): return self.int


def uuid4(): return UUID(int=_source.getrandbits(128), version=4)
def getnode(): return 0x0242ac110002


def uuid1(node=None, clock_seq=None):
    import time
    stamp = time.time_ns() // 100 + 0x01b21dd213814000
    clock_seq = _source.getrandbits(14) if clock_seq is None else clock_seq
    return UUID(fields=(stamp & 0xffffffff, stamp >> 32 & 0xffff, stamp >> 48 & 0xfff, clock_seq >> 8 & 0x3f, clock_seq & 0xff,
                        getnode() if node is None else node), version=1)


def uuid7():
    import time
    return UUID(int=(time.time_ns() // 1000000 & 0xffffffffffff) << 80 | _source.getrandbits(80), version=7)


def _named(kind, version, namespace, name):
    import hashlib
    name = name.encode() if isinstance(name, str) else name
    return UUID(bytes=getattr(hashlib, kind)(namespace.bytes + name).digest()[:16], version=version)


def uuid3(namespace, name): return _named("md5", 3, namespace, name)
def uuid5(namespace, name): return _named("sha1", 5, namespace, name)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
NIL = UUID("00000000-0000-0000-0000-000000000000")
MAX = UUID("ffffffff-ffff-ffff-ffff-ffffffffffff")
