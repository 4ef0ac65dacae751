// What a diagnosis reads in the program's text, to show what to write instead. The text is looked at a line at a time and
// without a parser: where a line is not plain enough, the answer is empty and the caller says it in general words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "trace/events.hpp"

namespace ap::trace {

class SourceText {
 public:
  // `source` must outlive it.
  explicit SourceText(std::string_view source) : source_(source) {}

  // The line without the space around it; with `comment` false also without the comment at its end.
  std::string line(Line line, bool comment = true) const;

  // A call of `name` in a line: "name(...)" with what stands before the name ("asyncio.sleep(1)").
  struct Call {
    std::size_t begin, end;  // end 0: it goes on in another line
    std::string_view taker;  // the function that it is the first argument of
  };
  // `text` must outlive what is found. Definitions are no calls; nor is what `await` stands before.
  static std::vector<Call> calls(std::string_view text, std::string_view name);

  // The line with `await` before each call of `name`; empty where there is none.
  std::string with_await(Line line, std::string_view name) const;
  // The line with its first call of `name` inside `outer(...)`; empty where it is not all in the line.
  std::string wrapped(Line line, std::string_view name, std::string_view outer) const;
  // The line with `name(...)` replaced by `with(...)`, the arguments kept, and no second `await`.
  std::string replaced(Line line, std::string_view name, std::string_view with) const;

  // The function around a line, "" for the module.
  struct Function {
    std::string name;
    bool async = false;
  };
  Function around(Line line) const;

 private:
  std::string_view raw(Line line) const;

  std::string_view source_;
};

}  // namespace ap::trace
