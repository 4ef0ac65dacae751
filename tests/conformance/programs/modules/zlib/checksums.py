import zlib
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

t(lambda: zlib.crc32(b"hello"))
t(lambda: zlib.adler32(b"hello"))
t(lambda: zlib.crc32(b"lo", zlib.crc32(b"hel")))
