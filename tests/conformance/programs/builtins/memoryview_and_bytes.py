m = memoryview(b"abcdef")
print(m[1], bytes(m[1:3]), len(m), m.tolist()[:2])
ba = bytearray(b"abc")
v = memoryview(ba)
v[0] = 65
print(ba, v.tobytes())
