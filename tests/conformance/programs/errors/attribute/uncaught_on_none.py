class Node:
    next = None

node = Node()
print("walking")
print(node.next.value)
