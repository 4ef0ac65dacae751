import statistics as s
d = [2, 4, 4, 4, 5, 5, 7, 9]
print(s.mean(d), s.median(d), s.mode(d), s.stdev(d), s.pstdev(d), s.variance(d), s.pvariance(d), s.fmean(d), s.median_low(d), s.median_high([1, 2]), s.multimode("aabb"), s.quantiles(d, n=4))
print(s.mean([1, 2]), s.mean([0.1, 0.2]), s.median([3]), s.geometric_mean([1, 4]), s.harmonic_mean([40, 60]))
for act in (lambda: s.mean([]), lambda: s.stdev([1]), lambda: s.median([])):
    try:
        act()
    except s.StatisticsError as e:
        print(e)
