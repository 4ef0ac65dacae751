"""Dataclasses, protocols, generics and typed dicts in a small shop."""
from __future__ import annotations

import abc
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, total_ordering
from typing import Generic, Literal, Protocol, TypedDict, TypeVar, get_type_hints, runtime_checkable

T = TypeVar("T", bound="Priced")
CENT = Decimal("0.01")


@runtime_checkable
class Priced(Protocol):
    @property
    def price(self) -> Decimal: ...


class Row(TypedDict):
    sku: str
    price: str
    tags: list[str]


@total_ordering
@dataclass(eq=False)
class Product:
    sku: str
    name: str
    net: Decimal
    tags: frozenset[str] = frozenset()
    stock: int = field(default=0, metadata={"unit": "pieces"})
    VAT = Decimal("0.19")

    def __post_init__(self):
        if self.net < 0:
            raise ValueError(f"{self.sku}: negative price {self.net}")

    @cached_property
    def price(self) -> Decimal:
        return (self.net * (1 + self.VAT)).quantize(CENT, ROUND_HALF_UP)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Product) and self.sku == other.sku

    def __lt__(self, other: Product) -> bool:
        if not isinstance(other, Product):
            return NotImplemented
        return self.price < other.price

    def __hash__(self) -> int:
        return hash(self.sku)


@dataclass(frozen=True)
class Bundle:
    parts: tuple[Product, ...]
    discount: Decimal = Decimal(0)

    @property
    def price(self) -> Decimal:
        return (sum(p.price for p in self.parts) * (1 - self.discount)).quantize(CENT)


class Catalog(Generic[T], Mapping[str, T]):
    def __init__(self, items: Iterable[tuple[str, T]] = ()):
        self._items: dict[str, T] = dict(items)

    def __getitem__(self, key: str) -> T:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def cheapest(self) -> T:
        return min(self.values(), key=lambda item: item.price)

    def __repr__(self):
        return f"{type(self).__name__}({list(self)})"


class Exporter(abc.ABC):
    format: Literal["json", "text"]

    @abc.abstractmethod
    def export(self, product: Product) -> str: ...

    def __init_subclass__(cls, *, format: str, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.format = format


class JsonExporter(Exporter, format="json"):
    def export(self, product):
        row: Row = {"sku": product.sku, "price": str(product.price), "tags": sorted(product.tags)}
        return json.dumps(row)


class Broken(Exporter, format="text"):
    pass


pen = Product("p1", "Pen", Decimal("1.05"), frozenset({"office"}), 10)
desk = Product("d1", "Desk", Decimal("199"))
print(pen, pen.price, desk.price, pen < desk, sorted([desk, pen])[0].name, pen == replace(pen, name="Other"), {pen: 1}[pen])
catalog: Catalog[Priced] = Catalog([("pen", pen), ("set", Bundle((pen, pen, desk), Decimal("0.1")))])
print(catalog, len(catalog), "pen" in catalog, catalog.get("x"), catalog.cheapest().name, catalog["set"].price, list(catalog.items())[0][0])
print([isinstance(x, Priced) for x in (pen, catalog["set"], 5)], isinstance(catalog, Mapping), issubclass(Catalog, Generic))
print(JsonExporter().export(pen), JsonExporter.format, Broken.format)
for attempt in (lambda: Broken(), lambda: Product("x", "X", Decimal(-1)), lambda: pen < 5, lambda: catalog["nope"],
                lambda: Product("a"), lambda: setattr(catalog["set"], "discount", 1), lambda: Priced(), lambda: pen.net + 1.5):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
print([(f.name, f.type, f.metadata.get("unit")) for f in fields(Product)])
print(asdict(replace(desk, stock=3)), astuple(pen)[0:2], sep="\n")
print(get_type_hints(Row), Row.__required_keys__ == {"sku", "price", "tags"}, Row.__total__)
print(Catalog[Product], Catalog.__mro__[1].__name__, Catalog.__parameters__)
