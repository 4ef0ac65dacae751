x = foo(a b)
