print("a" "b", 5 6)
