print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxaxx".strip("x"), "abcba".lstrip("ab"))
print("prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"), "x".removeprefix("y"))
print("7".zfill(3), "-7".zfill(4), "+a".zfill(4), "a".ljust(4, ".") + "|", "a".rjust(4) + "|", "ab".center(7, "*"), "abc".center(2))
print("a\tb".expandtabs(4), "tab\t|".expandtabs())
