import random
random.seed(7)
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1), random.expovariate(2), random.triangular(0, 10, 3))
print(random.betavariate(1, 2), random.gammavariate(2, 1), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 1))
print(random.choices("ab", weights=[9, 1], k=10), random.choices("ab", cum_weights=[1, 10], k=5), random.getrandbits(70), random.randbytes(4), random.binomialvariate(10, 0.5))
