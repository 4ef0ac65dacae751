width, precision, value = 10, 3, 2.718281828
print(f"{value:{width}.{precision}f}|")
print(f"{'x':{'*'}^{width}}|")
print(f"{value:{'>' + str(width)}}|")
for align in "<>^":
    print(f"[{'ab':{align}{6}}]")
