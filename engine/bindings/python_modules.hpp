// The pack of modules written in Python.
#pragma once
#include <string_view>

namespace ap {

// Gives the engine the pack's text (made by python/pack.mjs): modules one after the other, each as
// "name\0length\0text". It must stay where it is.
void set_python_modules(std::string_view pack);
// Is called once, when a module is sought and there is no pack yet; it may give it. For hosts that fetch the pack only
// when a program wants one of its modules.
void when_python_modules_are_wanted(void (*give)());
// The native command reads it from where the build has put it.
void load_python_modules_from_binary();

}  // namespace ap
