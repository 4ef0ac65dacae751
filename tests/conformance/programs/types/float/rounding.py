print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.005, 2), round(0.5), round(1.5))
print(round(123.456, 1), round(123.456, -1), round(123.456, 0), round(1e20), type(round(2.0)), type(round(2.0, 0)))
print(round(0.1 + 0.2, 10), round(5e-324, 400), round(-0.4), round(1.25, 1), round(1.35, 1))
print(f"{2.5:.0f} {3.5:.0f} {0.125:.2f} {2.675:.2f} {1e21:.3f} {1.005:.2f} {999.995:.2f}")
