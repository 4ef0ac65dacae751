import base64, binascii
for data in (b"", b"a", b"ab", b"abc", b"abcd", bytes(range(250, 256))):
    e = base64.b64encode(data)
    print(e, base64.b64decode(e) == data, base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b32decode(base64.b32encode(data)) == data, base64.b16encode(data), base64.b85encode(data), base64.b85decode(base64.b85encode(data)) == data)
print(base64.b64decode("aGVs bG8=\n"), base64.urlsafe_b64decode("-_8="), base64.standard_b64encode(b"x"), base64.encodebytes(b"x" * 60), base64.b16decode("0aFF", casefold=True))
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("a"), lambda: base64.b64decode("ab$=", validate=True), lambda: base64.b64encode("text"), lambda: base64.b16decode("xx"), lambda: base64.b64decode("é"),
            lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b32decode("a")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), binascii.crc32(b"hello"), binascii.hexlify(b"abcd", "-", 2), issubclass(binascii.Error, ValueError))
