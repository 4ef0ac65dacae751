name, n, pi = "Ann", 5, 3.14159265
print(f"{name} has {n} items, {n * 2} doubled")
print(f"{name!r} {name!s} {'é'!a}")
print(f"{{literal}} {{{n}}}")
print(f"{pi:.2f}|{pi:8.3f}|{pi:<8.2f}|{pi:>+8.1f}|{pi:e}")
print(f"{n:05d}|{n:x}|{255:#x}|{n:b}|{1234567:,}|{0.256:.1%}")
print(f"{name:>6}|{name:<6}|{name:^6}|{name:*^7}")
print(F"upper", f'' f"{n}" "plain {n}", rf"\d{n}")
print(f"{'nested ' + f'{n + 1}'} {n if n > 3 else 'small'} {[x for x in range(n)]}")
