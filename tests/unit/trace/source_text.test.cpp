#include "trace/source_text.hpp"

#include <doctest/doctest.h>

using ap::trace::SourceText;

TEST_SUITE("source text") {
  TEST_CASE("await goes before each call, in parentheses where the result is used at once") {
    SourceText text("total = price() + price()\nf()()\nf(g(1), \"(\")[0]  # f()\nawait f()\ndef f():\nx.f(1)\n");
    CHECK(text.with_await(1, "price") == "total = await price() + await price()");
    CHECK(text.with_await(2, "f") == "(await f())()");
    CHECK(text.with_await(3, "f") == "(await f(g(1), \"(\"))[0]");
    CHECK(text.with_await(4, "f").empty());
    CHECK(text.with_await(5, "f").empty());
    CHECK(text.with_await(6, "f") == "await x.f(1)");
    CHECK(text.with_await(7, "f").empty());
  }

  TEST_CASE("who takes the coroutine") {
    std::string line = "asyncio.create_task(job(1)); print(job(2))";
    auto calls = SourceText::calls(line, "job");
    REQUIRE(calls.size() == 2);
    CHECK(calls[0].taker == "create_task");
    CHECK(calls[1].taker == "print");
    CHECK(line.substr(calls[0].begin, calls[0].end - calls[0].begin) == "job(1)");
  }

  TEST_CASE("a call inside another, and instead of another") {
    SourceText text("x = main()\n  time.sleep(n + 1)  # blocks\nawait time.sleep(1)\nmain(1,\n");
    CHECK(text.wrapped(1, "main", "asyncio.run") == "x = asyncio.run(main())");
    CHECK(text.replaced(2, "sleep", "await asyncio.sleep") == "await asyncio.sleep(n + 1)");
    CHECK(text.replaced(3, "sleep", "await asyncio.sleep") == "await asyncio.sleep(1)");
    CHECK(text.wrapped(4, "main", "asyncio.run").empty());
  }

  TEST_CASE("the function around a line") {
    SourceText text("async def main():\n    if x:\n        wash()\n\n    def wash():\n        time.sleep(1)\n    y\nasync def one(): time.sleep(1)\nz\n");
    CHECK(text.around(3).name == "main");
    CHECK(text.around(3).async);
    CHECK(text.around(6).name == "wash");
    CHECK(!text.around(6).async);
    CHECK(text.around(7).name == "main");
    CHECK(text.around(8).name == "one");
    CHECK(text.around(9).name.empty());
  }
}
