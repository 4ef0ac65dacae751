try:
    name = input("Your name? ")
except EOFError as e:
    print()
    print("EOFError:", e)
