import hashlib
for d in (b"", b"abc", b"x" * 200, bytes(range(256)) * 3):
    for n in ("sha384", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s", "sha512", "sha256", "md5", "sha1", "sha224"):
        print(n, hashlib.new(n, d).hexdigest())
    print(hashlib.shake_128(d).hexdigest(40), hashlib.shake_256(d).hexdigest(200))
    print(hashlib.blake2b(d, digest_size=16, key=b"k").hexdigest(), hashlib.blake2s(d, digest_size=8).hexdigest())
h = hashlib.sha3_256(); h.update(b"a"); print(h.name, h.digest_size, h.block_size, h.copy().hexdigest())
print(hashlib.blake2b().digest_size, hashlib.blake2b(digest_size=3).digest_size, sorted(hashlib.algorithms_guaranteed))
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: hashlib.blake2b(digest_size=65)); t(lambda: hashlib.new("nope")); t(lambda: hashlib.sha256("a"))
