// Which wrong belief would have produced an answer: the program is run under each, and what comes out is compared.
#pragma once
#include "lesson/question.hpp"

namespace ap::lesson {

struct Named {
  std::string id;
  World world;      // the run under it
};
// The beliefs under which this wrong answer would be right, each by a run. Nothing is named that does not produce it.
std::vector<Named> beliefs_behind(Scenario& scenario, const Json& question, const Json& key, const Json& answer);
// The same for a program: all checks pass under the belief, or the failing check that its author ascribes to it does.
std::vector<Named> beliefs_behind_program(Scenario& scenario, const Json& question, const std::string& program, const Checked& checked);

// {"id", "name", "belief", "truth", "lesson", "parts": {"seq", "t", "program", "believed", "happened"}}
Json tell(Scenario& scenario, const Json& question, const Named& named, const std::string* learner);
// A question on which these beliefs come to different answers, with "beliefs" set to them; null: no such question.
Json follow_up(Scenario& scenario, const Json& question, const std::vector<Named>& named);

}  // namespace ap::lesson
