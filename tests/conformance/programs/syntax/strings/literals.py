print('single', "double", """triple
with newline""", 'a\tb', "q\"q", 'q\'q')
print(r"raw\n", "\\", "\x41\u00e9\U0001F600", "\101")
print("con" "cat" 'enated')
print(len("é"), len("😀"), "naïve café ☕ 日本語")
print(b"bytes \x00\xff", br"\d", len(b"abc"))
print("line \
continued")
