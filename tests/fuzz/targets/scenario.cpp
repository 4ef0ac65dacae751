// Scenario files: any JSON is a scenario until shown otherwise, and what is wrong with it is said in sentences.
#include "fuzz.hpp"

FUZZ_TARGET(text) { ap::call_verb("check", text, R"({"expect": true})"); }
