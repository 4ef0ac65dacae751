// diagnose: a run, and the mistakes that were noticed in it.
#include "api/verbs.hpp"

namespace ap {

Json verb_diagnose(std::string_view source, const Json& options) {
  if (!options.is_object()) return verb_run(source, options);
  Json with = options;
  with["diagnose"] = true;
  return verb_run(source, with);
}

}  // namespace ap
