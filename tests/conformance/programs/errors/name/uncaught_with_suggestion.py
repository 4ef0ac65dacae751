def greet(name):
    print("hello", nmae)

greet("you")
