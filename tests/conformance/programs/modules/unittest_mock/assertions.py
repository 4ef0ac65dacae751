from unittest.mock import ANY, Mock, MagicMock, call, sentinel
def told(f, *a, **k):
    try:
        print('passes', f(*a, **k))
    except AssertionError as e:
        print(f'AssertionError: {e}')
m = Mock(name='job')
told(m.assert_called); told(m.assert_called_once); told(m.assert_called_with, 1, a=2); told(m.assert_not_called)
m(1, a=2)
told(m.assert_called_once_with, 1, a=2); told(m.assert_called_with, 2); told(m.assert_not_called); told(m.assert_any_call, 3); told(m.assert_called_with, ANY, a=ANY)
m('x')
told(m.assert_called_once); told(m.assert_called_once_with, 'x'); told(m.assert_any_call, 1, a=2)
told(m.assert_has_calls, [call(1, a=2), call('x')]); told(m.assert_has_calls, [call('x'), call(1, a=2)]); told(m.assert_has_calls, [call('x'), call(1, a=2)], any_order=True)
print(m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.call_args == call('x'), m.call_args == (('x',), {}))
p = Mock()
p.a.b(1); p.c(x=2).d('z'); p.a()
print(p.mock_calls, p.method_calls, p.a.mock_calls, p.mock_calls == [call.a.b(1), call.c(x=2), call.c().d('z'), call.a()])
print(call.foo.bar(1), call(1).x, call.a(1).b(2).call_list(), call, sentinel.thing, ANY, ANY == 5)
p.reset_mock(); print(p.mock_calls, p.a.called)
try:
    p.asert_called_with
except AttributeError as e:
    print(e)
unnamed = MagicMock()
unnamed.x.y(); told(unnamed.x.y.assert_called_with, 1); told(unnamed.assert_called_once)
