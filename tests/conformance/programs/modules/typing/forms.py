from typing import *
import typing, collections.abc as abc, types
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
T=TypeVar('T'); K=TypeVar('K',bound=int); P=ParamSpec('P'); Ts=TypeVarTuple('Ts')
class TD(TypedDict, total=False): a: Required[int]; b: NotRequired[str]; c: ReadOnly[int]
class NT(NamedTuple):
    x: int
    y: str = 'd'
class Pr(Protocol):
    def m(self) -> int: ...
@runtime_checkable
class Rp(Protocol):
    def m(self) -> int: ...
class Im:
    def m(self): return 1
class G(Generic[T]):
    def __init__(s,v:T): s.v=v
UID=NewType('UID',int)
class L[A]: pass
type Al[X]=list[X]
for f in [lambda: List[int], lambda: Dict[str,List[int]], lambda: Optional[int], lambda: Union[int,str], lambda: Union[int,None], lambda: Union[int], lambda: Callable[[int,str],bool], lambda: Callable[...,int], lambda: Tuple[int,...], lambda: Tuple[()], lambda: Literal['a',1,None], lambda: Any, lambda: ClassVar[int], lambda: Final[int], lambda: Annotated[int,'meta'], lambda: Type[int], lambda: Iterable[int], lambda: AsyncIterator[int], lambda: AsyncGenerator[int,None], lambda: Awaitable[int], lambda: Coroutine[Any,Any,int], lambda: T, lambda: K, lambda: P, lambda: Ts, lambda: P.args, lambda: Unpack[Ts], lambda: List, lambda: Dict, lambda: Optional, lambda: Union, lambda: Callable, lambda: NoReturn, lambda: Self, lambda: Never, lambda: LiteralString, lambda: TypeAlias, lambda: Concatenate[int,P], lambda: TypeGuard[int], lambda: list[int], lambda: dict[str,list[int]], lambda: tuple[int,...], lambda: int|str, lambda: int|None, lambda: list[int]|None, lambda: 'X'|int, lambda: int|'X', lambda: type[int], lambda: abc.Callable[[int],str], lambda: abc.Awaitable[int], lambda: list[T][int], lambda: Dict[str,T][int], lambda: Optional[T][int], lambda: G[int], lambda: G[int](5).v, lambda: G, lambda: TD, lambda: TD(a=1), lambda: TD.__annotations__, lambda: TD.__required_keys__, lambda: TD.__total__, lambda: NT(1), lambda: NT, lambda: NT._fields, lambda: NT.__annotations__, lambda: NT(), lambda: NT(1)._replace(y='z'), lambda: isinstance(Im(),Rp), lambda: isinstance(5,Rp), lambda: isinstance(Im(),Pr), lambda: Pr(), lambda: UID(5), lambda: UID, lambda: UID.__supertype__, lambda: cast(int,'a'), lambda: get_type_hints(Im.m), lambda: get_type_hints(NT), lambda: get_origin(List[int]), lambda: get_args(Dict[str,int]), lambda: get_origin(Union[int,str]), lambda: get_args(Callable[[int],str]), lambda: get_origin(Annotated[int,1]), lambda: L[int], lambda: Al, lambda: Al[int], lambda: Al.__value__, lambda: Al.__type_params__, lambda: L.__type_params__, lambda: isinstance(1,int|str), lambda: isinstance(1,Union[int,str]), lambda: isinstance(1,List[int]), lambda: isinstance([1],list[int]), lambda: isinstance([1],List), lambda: isinstance(1,Any), lambda: issubclass(int,Optional[int]), lambda: List[int]==List[int], lambda: hash(List[int])==hash(List[int]), lambda: List[int,str], lambda: Dict[int], lambda: Optional[int,str], lambda: Literal[1]==Literal[1], lambda: List[int](), lambda: list[int]([1]), lambda: Union[int,str].__args__, lambda: (int|str).__args__, lambda: List[int].__origin__, lambda: list[int].__args__, lambda: T.__name__, lambda: K.__bound__, lambda: Generic, lambda: Protocol, lambda: NamedTuple, lambda: TypedDict, lambda: overload, lambda: TYPE_CHECKING, lambda: reveal_type(5), lambda: assert_type(5,int), lambda: assert_never(5), lambda: get_type_hints(TD), lambda: is_typeddict(TD), lambda: typing.Deque[int], lambda: typing.Pattern[str], lambda: typing.Text, lambda: typing.AnyStr, lambda: TypeVar('Z',int,str).__constraints__, lambda: TypeVar('Z',int), lambda: typing.Hashable, lambda: typing.Sized, lambda: typing.IO[str], lambda: typing.ContextManager[int], lambda: typing.AsyncContextManager[int], lambda: typing.DefaultDict[str,int], lambda: typing.Counter[str], lambda: typing.ChainMap[str,int], lambda: typing.FrozenSet[int], lambda: typing.Mapping[str,int], lambda: typing.no_type_check, lambda: ForwardRef('X'), lambda: List['X'], lambda: Optional['X'], lambda: TD(b=1), lambda: int|list|None, lambda: types.UnionType, lambda: Union[int,str]==int|str, lambda: Optional[int]|str]: t(f)
def fn(a: int, b: 'str' = 'x', *c: float, d: List[int], **e: Any) -> Optional[T]: ...
print(fn.__annotations__, get_type_hints(fn)); import inspect; print(inspect.signature(fn))
@overload
def ov(a:int)->int: ...
@overload
def ov(a:str)->str: ...
def ov(a): return a
print(ov(3), get_overloads(ov)==[] or len(get_overloads(ov)))
@final
class Fi: pass
class Sub(Im):
    @override
    def m(self): return 2
print(Sub.m.__override__)
