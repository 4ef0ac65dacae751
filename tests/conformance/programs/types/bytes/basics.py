b = b"abc\x00\xff"
print(b, len(b), b[0], b[1:3], list(b[:2]), b + b"!", b * 2, b"b" in b, 97 in b, b.hex(), bytes.fromhex("6162"))
print(bytes(3), bytes([1, 2]), bytes("é", "utf-8"), b"x".decode(), b"a,b".split(b","), b" x ".strip(), b"ab".upper(), b"a".startswith(b"a"))
print(b"abc".replace(b"b", b"X"), b"-".join([b"a", b"b"]), b"abc".find(b"c"), b"it's", b'say "x"')
ba = bytearray(b"abc")
ba[0] = 120
ba.append(33)
ba += b"??"
print(ba, bytes(ba), len(ba), ba.decode())
for f in (lambda: b"a" + "b", lambda: bytes([256]), lambda: bytes("x"), lambda: b[10]):
    try:
        f()
    except (TypeError, ValueError, IndexError) as e:
        print(e)
