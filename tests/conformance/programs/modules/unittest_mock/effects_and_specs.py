from unittest.mock import DEFAULT, Mock, MagicMock, NonCallableMock, PropertyMock, create_autospec, mock_open, patch, seal, sentinel
def told(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
m = Mock(side_effect=[1, ValueError('v'), DEFAULT], return_value='r')
told(m); told(m); told(m); told(m)
m = Mock(side_effect=KeyError('k')); told(m)
m = Mock(side_effect=lambda x: x * 2, return_value=9); print(m(4))
m.side_effect = None; print(m(4), Mock(wraps=len)([1, 2]), Mock(return_value=sentinel.x)())
class C:
    attr = 1
    def method(self, a, b=2): pass
    async def co(self): pass
m = Mock(spec=C)
print(isinstance(m, C), m.method(1), m.method.called) if False else print(isinstance(m, C), m.method.called)
told(lambda: m.missing); m.extra = 1; print(m.extra)
s = Mock(spec_set=C)
told(lambda: setattr(s, 'extra', 1)); told(lambda: Mock(spec=['a', 'b']).c)
a = create_autospec(C)
told(lambda: a().method()); told(lambda: a().method(1, 2, 3)); a.return_value.method.return_value = 7; told(lambda: a().method(1)); told(lambda: type(a()).__name__); told(lambda: a(1) and None)
f = create_autospec(lambda x, y=1: None); told(lambda: f()); f.return_value = 5; told(lambda: f(1)); print(f.call_count, f.call_args)
mm = MagicMock()
print(len(mm), bool(mm), int(mm), float(mm), list(mm), 1 in mm, mm[3] is mm[4], mm == mm, mm != 1, hash(mm) == hash(mm))
told(lambda: mm < 1)
mm.__len__.return_value = 3; mm.__iter__.return_value = [1, 2]; mm.__getitem__.side_effect = lambda k: k * 2; mm.__enter__.return_value = 'in'
with mm as inside:
    print(len(mm), list(mm), mm[21], inside)
mm.__setitem__('k', 1); print(mm.__setitem__.call_args, mm.__exit__.call_count)
told(lambda: len(Mock())); p = Mock(); p.__len__ = lambda self: 8; p.__str__ = Mock(return_value='text'); print(len(p), str(p))
told(lambda: NonCallableMock()())
class H: pass
with patch.object(H, 'size', new_callable=PropertyMock, create=True, return_value=4) as prop:
    print(H().size, prop.call_count)
o = Mock(**{'a.b.return_value': 3, 'c': 1}); print(o.a.b(), o.c)
del o.c; told(lambda: o.c)
seal(o); told(lambda: o.new)
with patch('builtins.open', mock_open(read_data='one\ntwo\n')) as opened:
    with open('f') as fh:
        print(fh.read())
    print(opened.call_args_list)
