print("héllo", 1/0, "x")
