"""hashlib: MD5, the SHA family and BLAKE2, written out; key derivation is refused by name."""
import _ap

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128",
                         "shake_256", "blake2b", "blake2s"}
algorithms_available = set(algorithms_guaranteed)
_M32 = 0xffffffff


def _primes(n):
    out, k = [], 2
    while len(out) < n:
        if all(k % p for p in out):
            out.append(k)
        k += 1
    return out


def _root(n, power):
    """The integer root of n."""
    low, high = 0, 1 << n.bit_length() // power + 1
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** power <= n:
            low = middle
        else:
            high = middle - 1
    return low


_tables = {}


def _sha2_constants():
    if "k" not in _tables:
        primes = _primes(64)
        _tables["k"] = [_root(p << 96, 3) & _M32 for p in primes]
        _tables[256] = [_root(p << 64, 2) & _M32 for p in primes[:8]]
        _tables[224] = [_root(p << 128, 2) & _M32 for p in primes[8:16]]
    return _tables


def _padded(data, order, words=8):
    return data + b"\x80" + b"\0" * (-(len(data) + 9) % 64) + (len(data) * 8).to_bytes(8, order)


def _sha256(data, start):
    k = _sha2_constants()["k"]
    h = list(start)
    data = _padded(data, "big")
    for at in range(0, len(data), 64):
        w = [int.from_bytes(data[i:i + 4], "big") for i in range(at, at + 64, 4)]
        for i in range(16, 64):
            x, y = w[i - 15], w[i - 2]
            x = (x >> 7 | x << 25) ^ (x >> 18 | x << 14) ^ x >> 3
            y = (y >> 17 | y << 15) ^ (y >> 19 | y << 13) ^ y >> 10
            w.append(w[i - 16] + (x & _M32) + w[i - 7] + (y & _M32) & _M32)
        a, b, c, d, e, f, g, hh = h
        for i in range(64):
            s = ((e >> 6 | e << 26) ^ (e >> 11 | e << 21) ^ (e >> 25 | e << 7)) & _M32
            t = hh + s + (e & f ^ ~e & g) + k[i] + w[i]
            s = ((a >> 2 | a << 30) ^ (a >> 13 | a << 19) ^ (a >> 22 | a << 10)) & _M32
            a, b, c, d, e, f, g, hh = t + s + (a & b ^ a & c ^ b & c) & _M32, a, b, c, d + t & _M32, e, f, g
        h = [x + y & _M32 for x, y in zip(h, (a, b, c, d, e, f, g, hh))]
    return b"".join([x.to_bytes(4, "big") for x in h])


def _sha1(data):
    h = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
    data = _padded(data, "big")
    for at in range(0, len(data), 64):
        w = [int.from_bytes(data[i:i + 4], "big") for i in range(at, at + 64, 4)]
        for i in range(16, 80):
            x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]
            w.append((x << 1 | x >> 31) & _M32)
        a, b, c, d, e = h
        for i in range(80):
            if i < 20:
                f, k = b & c | ~b & d, 0x5a827999
            elif i < 40:
                f, k = b ^ c ^ d, 0x6ed9eba1
            elif i < 60:
                f, k = b & c | b & d | c & d, 0x8f1bbcdc
            else:
                f, k = b ^ c ^ d, 0xca62c1d6
            a, b, c, d, e = ((a << 5 | a >> 27) & _M32) + f + e + k + w[i] & _M32, a, (b << 30 | b >> 2) & _M32, c, d
        h = [x + y & _M32 for x, y in zip(h, (a, b, c, d, e))]
    return b"".join([x.to_bytes(4, "big") for x in h])


_MD5_TURNS = (7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21)


def _md5(data):
    if "md5" not in _tables:
        from math import sin
        _tables["md5"] = [int(abs(sin(i + 1)) * 4294967296) for i in range(64)]
    k = _tables["md5"]
    h = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
    data = _padded(data, "little")
    for at in range(0, len(data), 64):
        w = [int.from_bytes(data[i:i + 4], "little") for i in range(at, at + 64, 4)]
        a, b, c, d = h
        for i in range(64):
            if i < 16:
                f, j = b & c | ~b & d, i
            elif i < 32:
                f, j = d & b | ~d & c, (5 * i + 1) % 16
            elif i < 48:
                f, j = b ^ c ^ d, (3 * i + 5) % 16
            else:
                f, j = c ^ (b | ~d & _M32), 7 * i % 16
            f = f + a + k[i] + w[j] & _M32
            s = _MD5_TURNS[i // 16][i % 4]
            a, b, c, d = d, b + (f << s | f >> 32 - s) & _M32, b, c
        h = [x + y & _M32 for x, y in zip(h, (a, b, c, d))]
    return b"".join([x.to_bytes(4, "little") for x in h])


def _later(name, *args):
    def digest(data):
        import _hashes
        return getattr(_hashes, name)(data, *args)
    return digest


_KINDS = {"md5": (_md5, 16, 64), "sha1": (_sha1, 20, 64), "sha224": (lambda data: _sha256(data, _sha2_constants()[224])[:28], 28, 64),
          "sha256": (lambda data: _sha256(data, _sha2_constants()[256]), 32, 64), "sha384": (_later("sha384"), 48, 128), "sha512": (_ap.sha512, 64, 128),
          **{f"sha3_{n}": (_later("sponge", 200 - n // 4, 6, n // 8), n // 8, 200 - n // 4) for n in (224, 256, 384, 512)},
          "blake2b": (_later("blake2", 64, 64), 64, 128), "blake2s": (_later("blake2", 32, 32), 32, 64),
          "shake_128": (None, 0, 168), "shake_256": (None, 0, 136)}


class HASH:
    def __init__(self, name, data=b""):
        self._name, self._data = name, b""
        self._digest, self.digest_size, self.block_size = _KINDS[name]
        self.update(data)

    @property
    def name(self):
        return self._name

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("object supporting the buffer API required")
        self._data += bytes(data)

    def digest(self):
        return self._digest(self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = HASH(self._name, self._data)
        made._digest, made.digest_size = self._digest, self.digest_size
        return made

    def __repr__(self):
        return f"<{self._name} _hashlib.HASH object @ {id(self):#x}>"


HASH.__module__ = "_hashlib"


class SHAKE(HASH):
    def digest(self, length, /):
        import _hashes
        return _hashes.sponge(self._data, self.block_size, 0x1f, length)

    def hexdigest(self, length, /):
        return self.digest(length).hex()

    def copy(self):
        return SHAKE(self._name, self._data)


def new(name, data=b"", *, usedforsecurity=True):
    if not isinstance(name, str) or name.lower() not in _KINDS:
        raise ValueError(f"unsupported hash type {name}")
    name = name.lower()
    return (SHAKE if name.startswith("shake") else HASH)(name, data)


def _blake2(name, data, digest_size, key):
    h = HASH(name, data)
    largest = h.digest_size
    if not 1 <= digest_size <= largest:
        raise ValueError(f"digest_size for {name.capitalize()} must be between 1 and {largest} bytes, here it is {digest_size}")
    if len(key) > largest:
        raise ValueError(f"maximum key length is {largest} bytes")
    h.digest_size = digest_size
    h._digest = _later("blake2", largest, digest_size, bytes(key))
    return h


def blake2b(data=b"", /, *, digest_size=64, key=b"", usedforsecurity=True):
    return _blake2("blake2b", data, digest_size, key)


def blake2s(data=b"", /, *, digest_size=32, key=b"", usedforsecurity=True):
    return _blake2("blake2s", data, digest_size, key)


def file_digest(fileobj, digest, /):
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.read())
    return made


def _constructor(name):
    def make(string=b"", *, data=b"", usedforsecurity=True):
        return new(name, string or data)
    make.__name__ = make.__qualname__ = f"openssl_{name}"
    return make


for _n in _KINDS:
    if _n[:5] != "blake":
        globals()[_n] = _constructor(_n)


def __getattr__(name):
    if name in ("pbkdf2_hmac", "scrypt"):
        raise NotImplementedError(f"hashlib.{name} is not supported here")
    raise AttributeError(f"module 'hashlib' has no attribute {name!r}")
