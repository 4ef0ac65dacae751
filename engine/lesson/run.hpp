// Runs of a scenario's programs: whatever is asked is read off one of them, under Python's rules or under a belief's.
#pragma once
#include <map>
#include <memory>

#include "base/beliefs.hpp"
#include "lesson/json.hpp"
#include "lesson/observation.hpp"

namespace ap::lesson {

struct Request {
  std::string source;
  const Json* options = nullptr;  // as a scenario gives them: seed, input, limits
  Beliefs beliefs = 0;
  uint32_t variant = 0;
  uint32_t order = 0;  // in which timers of one instant fire; 0: as they do
  bool lines = false;
  // An expression whose repr is wanted just after the event `at`; kNever: at the program's end.
  std::string expression;
  uint64_t at = 0;
};
struct Answer {
  std::string value;    // of the expression
  bool valued = false;  // it has one; otherwise `value` says why not
  std::string error;    // the run could not be made
};

// Whoever can run programs. The layers above the course know how.
class Host {
 public:
  virtual Answer run(const Request& request, trace::Sink* sink) = 0;
  // What is printed in each order of equal deadlines that makes a difference, in what is printed or in when a task begins
  // or ends, the program's own first: orders 0, 1, ... of a request. Empty: not known here.
  virtual std::vector<std::string> other_orders(const Request&) { return {}; }

 protected:
  ~Host() = default;
};

// Under which rules, and whose program.
struct World {
  Beliefs beliefs = 0;
  uint32_t variant = 0;
  uint32_t order = 0;  // of timers with equal deadlines: Request::order
  const std::string* learner = nullptr;  // fix and write: the learner's program, in place of the question's
  const Json* set = nullptr;             // parameters
  const Json* options = nullptr;         // in place of the scenario's
};

// The scenario as it is checked: {"scenario": scenario.json, "files": {name: text}, "misconceptions": [...]}.
class Scenario {
 public:
  Scenario(const Json& bundle, Host& host) : bundle_(bundle), host_(host) {}
  // Empty, or what is wrong with the bundle: path and remedy.
  std::string fault() const;
  const Json& json() const;
  const Json* question(std::string_view id) const;
  // The text of a program (the first where the id is empty) with parameters put in.
  std::string source(const World& world, std::string_view program, const Json* set) const;
  const Observation& run(const World& world, std::string_view program = "", const Json* set = nullptr);
  Answer value(const World& world, std::string_view program, const Json* set, std::string_view expression, uint64_t at);
  const Json* misconception(std::string_view id) const;
  std::vector<std::string> other_orders(const World& world, std::string_view program) { return host_.other_orders(request(world, source(world, program, nullptr))); }
  // How many outputs there are when equal deadlines may fire in any order; -1: not known here.
  int possible_outputs(const World& world, std::string_view program, const Json* set);
  // What may speak of lines of the program: its questions, or all of it.
  void set_lines_for(const Json* part) { needs_lines_ = part && part->dump().find("\"source\":\"") != std::string::npos; }
  // Lets go of the runs of a learner's programs; those of the scenario's own serve the next answers, too.
  void forget_learner();
  // The first thing that could not be decided, in words; empty while everything could.
  std::string trouble;

 private:
  const Json* text_of(const Json& program) const;
  std::string key(const World& world, const std::string& source) const;
  Request request(const World& world, std::string source) const;

  const Json& bundle_;
  Host& host_;
  bool needs_lines_ = false;
  struct Run {
    Observation seen;
    std::string error;
    bool learners = false;
  };
  struct Asked {
    Answer answer;
    bool learners = false;
  };
  std::map<std::string, std::unique_ptr<Run>> runs_;
  std::map<std::string, Asked> values_;
};

// The program with other literals for some of its constants at top level, NAME = literal.
std::string with_parameters(std::string_view source, const Json& set);
// The number of the only line that is, or contains, this text; 0: none.
int line_of(std::string_view source, std::string_view text);
// Without comments and the insides of texts, for looking for words of the program.
std::string code_only(std::string_view source);

}  // namespace ap::lesson
