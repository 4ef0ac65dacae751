list = [1, 2]
print(list)
del list
print(list((1, 2)))
def print_all(print=print):
    print("local print")
print_all()
id = 5
sum = id + 1
print(sum)
import builtins
print(builtins.sum([1, 2]))
