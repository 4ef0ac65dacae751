import struct
for fmt, values in [("<h", (-2,)), (">IHb", (1, 2, -3)), ("!d", (3.14,)), ("<f", (0.1,)), (">e", (1.5,)), ("<3sx?c", (b"ab", True, b"z")), ("@bi", (1, 2)), ("2H", (1, 65535)), ("<q", (-1,)), ("<5p", (b"abcdefg",)), ("<d", (float("inf"),)), ("<f", (1e-40,))]:
    data = struct.pack(fmt, *values)
    print(fmt, data.hex(), struct.unpack(fmt, data), struct.calcsize(fmt))
s = struct.Struct(">HH")
print(s.size, s.format, s.unpack(b"\0\1\0\2"), list(s.iter_unpack(b"\0\1\0\2\0\3\0\4")), struct.unpack_from("<H", b"xx\1\0", 2))
buf = bytearray(4); struct.pack_into("<H", buf, 1, 258); print(buf)
for bad in (lambda: struct.pack("<B", 256), lambda: struct.pack("<h", 40000), lambda: struct.pack("<i", "a"), lambda: struct.unpack("<H", b"a"), lambda: struct.pack("<HH", 1), lambda: struct.pack("<z", 1), lambda: struct.pack("<f", "x")):
    try: bad()
    except struct.error as e: print(type(e).__name__, e)
print([struct.unpack("<d", struct.pack("<d", x))[0] for x in (0.1, -0.0, 5e-324, 1.7976931348623157e308)])
