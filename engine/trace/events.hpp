// Telling what happens. One line at the place where it happens:
//
//     trace::emit(trace::TaskScheduled{.handle = h, .task = t, .reason = trace::ScheduleReason::woken, .future = f});
//
// Nobody listening: one load and one branch, and the fields are computed only as far as they have side effects. What
// costs something to prepare (a repr, a line number found by walking frames) is asked for first:
//
//     if (trace::wants(trace::Category::output)) trace::emit(trace::Output{.text = ..., .line = line_of(frame)});
//
// Texts and lists are copied at once. Which events there are, what they mean and in which order they come is said in
// events.def.
#pragma once
#include "trace/events.generated.hpp"

namespace ap::trace {

// The categories of a comma-separated list: "lines", "scheduling,output"; "all" and "default" are known too, and a
// leading '-' takes one away. False, with the word in `unknown`, where a word is none.
bool parse_categories(std::string_view list, CategoryMask& mask, std::string_view& unknown);

// The names of the categories in a mask, in the order of events.def.
template <class Visit>
void for_each_category(CategoryMask mask, Visit&& visit) {
  for (std::size_t i = 0; i < kCategoryCount; i++) {
    if (mask & CategoryMask{1} << i) visit(name(static_cast<Category>(i)));
  }
}

}  // namespace ap::trace
