def handle(event):
    match event:
        case {"type": "click", "x": x, "y": y}:
            return f"click at {x},{y}"
        case {"type": "key", "key": ("up" | "down") as direction}:
            return f"move {direction}"
        case {"type": kind, **rest}:
            return f"{kind}: {rest}"
        case {}:
            return "empty or unknown mapping"
        case _:
            return "not a mapping"

for event in ({"type": "click", "x": 1, "y": 2, "z": 3}, {"type": "key", "key": "up"}, {"type": "quit", "code": 0}, {}, {"a": 1}, [1]):
    print(handle(event))
