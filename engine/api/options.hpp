// The options of a run and of a question about a program, as JSON. Each is read by name and type; what is unknown or of
// the wrong type is answered with a sentence that names it, never ignored: a misspelt "seed" would be a wrong answer.
//
//     OptionReader read(json);
//     read.run(options);                        // what all runs share, listed below
//     read.whole("seq", seq, 0, kMax);          // what is this verb's own
//     if (std::string wrong = read.finish(); !wrong.empty()) return refusal(wrong);
//
// Shared by all runs:
//     {"filename": text, "setup": text, "seed": int, "input": [text, ...], "lines": bool, "lines_in_a_row": int, "diagnose": bool,
//      "categories": "scheduling,output,...",
//      "network": {"latency": seconds, "status", "headers", "body": text | "json": any, "failure", "urls": {"https://x/*": the same}},
//      "belief": a name of base/beliefs.hpp: run under that wrong belief ("belief_variant": which outcome of order_random),
//      "limits": {"steps", "memory", "recursion", "output", "loop_iterations", "virtual_seconds", "events"}}
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "api/session.hpp"

namespace ap {

using Json = nlohmann::ordered_json;

class OptionReader {
 public:
  // A reader of the members of `json`, an object; `where` is put before their names: "limits.".
  explicit OptionReader(const Json& json, std::string where = "");

  // Each leaves its variable alone where the option is absent or null; true: it was given, and is right.
  bool text(std::string_view name, std::string& into);
  bool flag(std::string_view name, bool& into);
  // A whole number of `least` to `most`, at most 2^53 so that JavaScript can say it.
  bool whole(std::string_view name, uint64_t& into, uint64_t least = 0, uint64_t most = uint64_t{1} << 53);
  // Finite, and at least `least`.
  bool number(std::string_view name, double& into, double least = 0);
  bool texts(std::string_view name, std::vector<std::string>& into);
  // One of these words.
  bool choice(std::string_view name, std::string& into, std::initializer_list<std::string_view> words);
  // As it is, for what has a form of its own; nullptr where absent.
  const Json* any(std::string_view name);
  // What all runs share. A categories option that is absent stands for the default ones.
  void run(RunOptions& into);
  // For checks that go beyond a type: `sentence` is the answer, unless something was wrong before.
  void refuse(std::string sentence);

  // Empty, or the sentence about the first option that is wrong or unknown. After all that may be given was asked for.
  std::string finish();

 private:
  const Json* find(std::string_view name);
  bool wrong(std::string_view name, std::string_view wanted, const Json& got);

  const Json& json_;
  std::string where_;
  std::vector<std::string_view> known_;
  std::string sentence_;
};

// {"error": sentence}: how every question is answered that cannot be.
Json refusal(std::string_view sentence);
// {"code", "severity", "at", "line"?, "task"?, "task_name"?, "related"?: [ids], "times"?, "message", "fix"?}
Json to_json(const trace::Finding& finding, std::string_view task_name);
// {"exit", "virtual_seconds", "limit"?, "unsupported"?, "deadlock"?: {"virtual_seconds", "stdout_bytes"},
//  "diagnoses"?: [findings], "diagnosis_text"?}
Json to_json(const RunResult& result);
// One line of JSON; what is not UTF-8 becomes U+FFFD.
std::string dump(const Json& json);

}  // namespace ap
