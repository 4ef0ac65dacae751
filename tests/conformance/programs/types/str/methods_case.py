s = "hello World ß"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("ÀÉ".lower(), "straße".upper(), "ǆ".title(), "they're".title(), "İ".lower() == "i̇")
print("abc".isupper(), "ABC".isupper(), "Abc Def".istitle(), "a1".islower(), "1".islower())
