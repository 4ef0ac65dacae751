// Checking answers: the verdict on each question of a scenario, as JSON. The same natively, in node and in the page.
#pragma once
#include "lesson/run.hpp"

namespace ap::lesson {

// A scenario's bundle: {"scenario": scenario.json, "files": {"name.py": text}, "misconceptions": [...]}, or scenario.json itself
//         with the text of each program in its "source" and, for words, "misconceptions"
// request, one of
//   {"answers": {question id: answer}, "extra": [question, ...]}   extra: follow-up questions of an earlier verdict
//     -> {"scenario", "correct", "points", "of", "questions": {id: verdict}}
//        verdict: {"kind", "correct", "share", "points", "of", "tie"?, "key", "feedback": [sentence], "look"?: {"program"?, "seq", "t"},
//                  "checks"?, "recognised"?, "beliefs": [...], "follow_up"?, "explanation"?} or {"error": sentence}
//   {"prepare": true}  what a question shows before it is answered
//     -> {"questions": {id: {"items"?: [text], "sides"?: [{"id", "value"}], "tasks"?: [text]}}}
//   {"expect": true}   do the scenario's own claims hold, and can every question be answered?
//     -> {"expect": [{"path", "holds", "failed"?: [...]}], "keys": {id: key}, "faults": [sentence]}
// A mistake in the bundle or the request: {"error": sentence with its path}.
Json check(Scenario& scenario, const Json& request);

}  // namespace ap::lesson
