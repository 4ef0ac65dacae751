"""What hashlib has and few programs ask for: SHA-384, SHA-3, SHAKE and BLAKE2."""
from hashlib import _primes, _root

_M64 = 0xffffffffffffffff
_k, _sha384_start, _sha512_start = [], [], []


def _constants():
    if not _k:
        primes = _primes(80)
        _k.extend(_root(p << 192, 3) & _M64 for p in primes)
        roots = [_root(p << 128, 2) & _M64 for p in primes[:16]]
        _sha512_start.extend(roots[:8])
        _sha384_start.extend(roots[8:])


def _rotated(x, n, bits=64):
    return (x >> n | x << bits - n) & (1 << bits) - 1


def sha384(data):
    _constants()
    h = list(_sha384_start)
    size = len(data)
    data += b"\x80" + b"\0" * (-(size + 17) % 128) + (size * 8).to_bytes(16, "big")
    for at in range(0, len(data), 128):
        w = [int.from_bytes(data[i:i + 8], "big") for i in range(at, at + 128, 8)]
        for i in range(16, 80):
            x, y = w[i - 15], w[i - 2]
            w.append(w[i - 16] + (_rotated(x, 1) ^ _rotated(x, 8) ^ x >> 7) + w[i - 7] + (_rotated(y, 19) ^ _rotated(y, 61) ^ y >> 6) & _M64)
        a, b, c, d, e, f, g, hh = h
        for i in range(80):
            t = hh + (_rotated(e, 14) ^ _rotated(e, 18) ^ _rotated(e, 41)) + (e & f ^ ~e & g) + _k[i] + w[i]
            u = (_rotated(a, 28) ^ _rotated(a, 34) ^ _rotated(a, 39)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, hh = t + u & _M64, a, b, c, d + t & _M64, e, f, g
        h = [x + y & _M64 for x, y in zip(h, (a, b, c, d, e, f, g, hh))]
    return b"".join(x.to_bytes(8, "big") for x in h)[:48]


def _keccak(a):
    # a[x + 5 * y], 64 bits each
    turn = 1
    for _ in range(24):
        c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
        d = [c[x - 1] ^ _rotated(c[(x + 1) % 5], 63) for x in range(5)]
        a = [a[i] ^ d[i % 5] for i in range(25)]
        x, y, current = 1, 0, a[1]
        for t in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            current, a[x + 5 * y] = a[x + 5 * y], _rotated(current, 64 - (t + 1) * (t + 2) // 2 % 64) if (t + 1) * (t + 2) // 2 % 64 else current
        a = [a[i] ^ ~a[i - i % 5 + (i + 1) % 5] & a[i - i % 5 + (i + 2) % 5] & _M64 for i in range(25)]
        for j in range(7):
            if turn & 1:
                a[0] ^= 1 << (1 << j) - 1
            turn = turn << 1 ^ (0x171 if turn & 0x80 else 0)
    return a


def sponge(data, rate, end, size):
    """The first `size` bytes of Keccak's sponge, `rate` bytes a block, its padding begun with `end`."""
    data = bytearray(data) + bytes((end,))
    data += bytes(-len(data) % rate)
    data[-1] |= 0x80
    a = [0] * 25
    for at in range(0, len(data), rate):
        for i in range(rate // 8):
            a[i] ^= int.from_bytes(data[at + 8 * i:at + 8 * i + 8], "little")
        a = _keccak(a)
    out = b""
    while len(out) < size:
        out += b"".join(x.to_bytes(8, "little") for x in a)[:rate]
        a = _keccak(a)
    return out[:size]


_SIGMA = [[int(c, 16) for c in row] for row in (
    "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d", "2c6a0b834d75fe19",
    "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0")]


def blake2(data, bits, size, key=b""):
    """BLAKE2b (bits 64) or BLAKE2s (32)."""
    mask, block = (1 << bits) - 1, 2 * bits
    if bits == 64:
        _constants()
        start, turns, rounds = _sha512_start, (32, 24, 16, 63), 12
    else:
        start, turns, rounds = [_root(p << 64, 2) & mask for p in _primes(8)], (16, 12, 8, 7), 10
    h = list(start)
    h[0] ^= 0x01010000 ^ len(key) << 8 ^ size
    if key:
        data = key + bytes(block - len(key)) + data
    total, word = len(data), bits // 8
    for at in range(0, max(total, 1), block):
        last = at + block >= total
        part = data[at:at + block].ljust(block, b"\0")
        m = [int.from_bytes(part[i:i + word], "little") for i in range(0, block, word)]
        v = h + list(start)
        t = total if last else at + block
        v[12] ^= t & mask
        v[13] ^= t >> bits
        if last:
            v[14] ^= mask
        for r in range(rounds):
            s = _SIGMA[r % 10]
            for i, (a, b, c, d) in enumerate(((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                                              (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))):
                for x, p, q in ((m[s[2 * i]], turns[0], turns[1]), (m[s[2 * i + 1]], turns[2], turns[3])):
                    v[a] = v[a] + v[b] + x & mask
                    v[d] = _rotated(v[d] ^ v[a], p, bits)
                    v[c] = v[c] + v[d] & mask
                    v[b] = _rotated(v[b] ^ v[c], q, bits)
        h = [x ^ v[i] ^ v[i + 8] for i, x in enumerate(h)]
    return b"".join(x.to_bytes(word, "little") for x in h)[:size]
