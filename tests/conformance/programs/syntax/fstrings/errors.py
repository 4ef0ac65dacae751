for spec in ("d", "s", ".2f", "x", "%", "z"):
    for value in (1.5, "t", 3, None, [1]):
        try:
            print(spec, repr(value), "->", format(value, spec))
        except (ValueError, TypeError) as e:
            print(spec, repr(value), type(e).__name__, e)
