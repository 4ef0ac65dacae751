@decorate
x = 1
