// Who awaits whom: capture_call_graph and its kin.
#pragma once
#include "object/native.hpp"

namespace ap {

Var capture_call_graph(Call& c);   // "future=None, /, *, depth=1, limit=None"
Var format_call_graph(Call& c);
Var print_call_graph(Call& c);     // "future=None, /, *, file=None, depth=1, limit=None"
// The frames that run, the innermost first, as frame objects; set by the interpreter's side.
extern Var (*running_frames)();
// The two dataclasses.
extern Type *frame_call_graph_entry_type, *future_call_graph_type;
void init_graph_types();

}  // namespace ap
