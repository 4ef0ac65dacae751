import hashlib, base64
print(hashlib.md5(b"abc").hexdigest(), hashlib.sha1(b"abc").hexdigest(), hashlib.sha256(b"abc").hexdigest(), base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="))
