print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "abc".replace("", "-"), "aaa".replace("aa", "b"))
print("hello".translate(str.maketrans("el", "ip")), "hello".translate({108: None}), "abc".translate(str.maketrans({"a": "XX"})))
print("a{}b{}".format(1, 2), "abc" * 2, 3 * "-", "a" + "b")
