try:
    pass
except ValueError, KeyError as e:
    pass
