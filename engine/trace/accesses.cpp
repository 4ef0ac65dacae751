#include "trace/accesses.hpp"

namespace ap::trace {

void AccessLog::add(AccessKind kind, std::uint64_t object, std::uint32_t name, std::uint32_t frame, Line line) {
  Recorder* recorder = Recorder::live();
  if (!recorder) return;
  // Whoever folds the events takes what belongs before them, too.
  if (list_.size() >= kMost) {
    recorder->flush();
    list_.erase(list_.begin(), list_.begin() + static_cast<std::ptrdiff_t>(taken_));
    taken_ = 0;
    // No event came between: a long computation inside one step. The newest say the most.
    if (list_.size() >= kMost) list_.erase(list_.begin(), list_.begin() + kMost / 2);
  }
  list_.push_back({recorder->count(), object, name, frame, line, kind});
}

std::uint32_t AccessLog::known(const void* key) const {
  auto at = by_key_.find(key);
  return at == by_key_.end() ? 0 : at->second;
}

std::uint32_t AccessLog::number(std::string_view text, const void* key) {
  auto [at, fresh] = by_text_.try_emplace(std::string(text), static_cast<std::uint32_t>(names_.size() + 1));
  if (fresh) names_.emplace_back(text);
  if (key) by_key_[key] = at->second;
  return at->second;
}

std::string_view AccessLog::name(std::uint32_t number) const {
  return number && number <= names_.size() ? std::string_view(names_[number - 1]) : std::string_view();
}

}  // namespace ap::trace
