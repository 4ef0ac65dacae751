// A question's key and whether an answer agrees with it, under Python's rules or a belief's.
#pragma once
#include "lesson/statement.hpp"

namespace ap::lesson {

// What a world's run gives for the question: a number, a text, a list of lines, bars, the ids of the options that hold
// (choice), {item: [targets that are right]} (match). null: nothing; fix and write have none.
Json key_of(Scenario& scenario, const Json& question, const World& world);

// How far an answer agrees with a key.
struct Agreement {
  bool whole = false;
  double share = 0;       // 0 to 1: partial credit
  std::string first;      // where they first differ, in a sentence, without saying the right answer
  uint64_t seq = kNever;  // where to look
};
Agreement agree(Scenario& scenario, const Json& question, const World& world, const Json& key, const Json& answer);
// Empty, or what is wrong with the answer's form.
std::string answer_fault(const Json& question, const Json& answer);

// The right sides of a match: [{"id", "value"}], equal values once.
Json right_sides(Scenario& scenario, const Json& question, const World& world);

// The checks of fix and write: the learner's program in its own world.
struct Checked {
  bool passed = true;
  double share = 0;
  Json checks = Json::array();            // {"id", "passed", "feedback"?, "seq"?}
  std::vector<std::string> feedback;      // of those that fail
  std::vector<std::string> beliefs;       // that their author names
  std::string recognised, say;            // of a program that passes
  uint64_t seq = kNever;                  // where to look
};
Checked run_checks(Scenario& scenario, const Json& question, const World& world, bool explain);

// The question with parameters and the like of its run.
World world_of(const Json& question, Beliefs beliefs = 0, uint32_t variant = 0);

}  // namespace ap::lesson
