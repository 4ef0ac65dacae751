for value, specs in ((42, "d 5d <5 ^5 +d 05d x #06x b #b o c , _ e .1f % n".split()), (-42, "d 6d =6d (d) 06d x".split()), ("text", "s 8 <8 >8 ^8 .2 -^9.3s".split())):
    for spec in specs:
        try:
            print(spec, "->", format(value, spec) + "|")
        except ValueError as e:
            print(spec, "->", e)
