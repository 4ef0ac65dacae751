import operator as op
print(op.add(1, 2), op.mul(3, 4), op.itemgetter(1)("abc"), op.itemgetter(0, 2)("abc"), op.attrgetter("real")(5), op.methodcaller("upper")("x"), op.not_(1), op.contains([1], 1), op.neg(3), op.floordiv(7, 2), op.lt(1, 2), op.concat("a", "b"))
print(sorted([("b", 1), ("a", 2)], key=op.itemgetter(1)), sorted([{"n": 2}, {"n": 1}], key=op.itemgetter("n")), op.truth([]), op.index(5), op.getitem({"k": 1}, "k"))
