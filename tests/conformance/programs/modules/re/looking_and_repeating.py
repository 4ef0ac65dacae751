import re
for pattern, text in [(r'(?<=abc)def', 'abcdef'), (r'(?<!abc)def', 'abcdef'), (r'foo(?=bar)', 'foobar'), (r'foo(?!bar)', 'foobar foo'),
                      ('a+?', 'aaa'), ('<.*?>', '<a><b>'), ('a++b', 'aab'), ('a*+a', 'aaa'), ('(?>a|ab)c', 'abc'), ('a{2,3}?', 'aaaa'),
                      ('a{,2}', 'aaa'), ('a{x}', 'a{x}'), (r'\bcat\b', 'a cat!'), (r'\Bat', 'cat'), (r'^b', 'a\nb'), (r'(?m)^b', 'a\nb'), ('a$', 'a\n'),
                      (r'a\Z', 'a\n'), (r'a\z', 'a'), ('.', '\n'), ('(?s).', '\n'), ('(?i)straße', 'STRAßE'), ('[^\\W\\d_]+', '12ab_'), (r'[\]\-a]+', 'a-]'),
                      (r'(?x) a  # letter' '\n b', 'ab'), ('(?i:a)b', 'Ab'), ('(?i:a)b', 'AB'), (r'\u0041\x42\103', 'ABC'), (r'\d+', '٣4'), (r'(?a)\d+', '٣4'),
                      ('(a*)*', 'aab'), ('(a|b)*?c', 'abc'), (r'(\w+)\s\1', 'the the'), (r'\B', '')]:
    print(pattern, '|', re.search(pattern, text))
