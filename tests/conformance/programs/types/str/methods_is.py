for s in ("abc", "ABC1", "123", "½", "  ", "", "a_b", "3x", "é", "x y", "٣"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isidentifier(), s.isnumeric(), s.isdecimal(), s.isascii(), s.isprintable())
