import base64, hashlib, hmac
for name in ("md5", "sha1", "sha224", "sha256", "sha512"):
    h = hashlib.new(name, b"a" * 119)
    h.update(b"b" * 10); c = h.copy(); c.update("é".encode())
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(), c.hexdigest()[:16], getattr(hashlib, name)().hexdigest()[:16])
for bad in (lambda: hashlib.sha256("text"), lambda: hashlib.new("nothing"), lambda: hashlib.md5(5)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
m = hmac.new(b"key", b"message", hashlib.sha256)
print(m.hexdigest(), hmac.new(b"k" * 100, b"x", "md5").hexdigest(), hmac.compare_digest("a", "a"), m.name)
