import re
m = re.match(r'(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?', '2024-05 and more')
print(m, m.groups(), m.groups('-'), m.groupdict(), m.group(), m[1], m['month'], m.group(1, 'month', 4))
print(m.span(), m.span(3), m.start('year'), m.end(2), m.lastindex, m.lastgroup, m.regs, m.pos, m.endpos, m.re.groupindex)
for bad in (5, 'day', -1, None):
    try:
        m.group(bad)
    except IndexError as e:
        print(repr(e))
print(m.expand(r'\2/\1[\3]\g<year>\n'), bool(m), m.string)
print(re.match(r'(a|ab)(c|bcd)(d*)', 'abcd').groups(), re.match(r'(?:(a)|(b))*', 'ab').groups(), re.match('((a))', 'a').lastindex)
print(re.findall(r'(\w)(\d)?', 'a1b'), re.findall(r'(\d)x', '1x2x'), re.findall('x*', 'axb'), type(m), re.compile('(a)(?P<n>b)').groups)
print(re.match(r'(?P<q>["\']).*?(?P=q)', '"it\'s" "x"'), re.match(r'(a)?(?(1)b|c)', 'ab'), re.match(r'(a)?(?(1)b|c)', 'c'), re.search(r'(.)\1', 'hello'))
