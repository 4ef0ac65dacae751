// Who reads and writes what: the variables, attributes and items of a program, and the objects that it could change. Noted
// only where a run asks for it (diagnoses of lost updates, the explorer), beside the events and not among them: they are
// many, and an event keeps its number whether they are noted or not.
//
// An access carries the number of the event that comes next, so that whoever folds the events can put it in its place.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "trace/recorder.hpp"

namespace ap::trace {

enum class AccessKind : std::uint8_t {
  read,         // of a variable, attribute or item
  write,
  touch,        // an object that can change was at hand: it may have been changed
  add,          // a change that gives the same in any order, such as counting
  local_read,   // of a local variable of the frame: `name` is its slot
  local_write,
  statement,    // a statement of the frame begins
  assigned,     // the value that an assignment assigns is known: what it reads from here on only says where to
  enter,        // the frame begins to run
};

struct Access {
  std::uint64_t seq;     // of the event that comes next
  std::uint64_t object;  // its address, or one of the keys below
  std::uint32_t name;    // see AccessLog::name; 0: the object as a whole
  std::uint32_t frame;   // whose code did it; 0: none
  Line line;
  AccessKind kind;
};

// Keys of what has no address in the program, or is known to events by an id.
inline constexpr std::uint64_t kFutureKey = 1ull << 60, kSyncKey = 2ull << 60, kStdoutKey = 3ull << 60,
                               kRandomKey = (3ull << 60) + 1, kTaskNamesKey = (3ull << 60) + 2;

class AccessLog {
 public:
  static constexpr std::size_t kMost = 64 * 1024;

  void add(AccessKind kind, std::uint64_t object, std::uint32_t name = 0, std::uint32_t frame = 0, Line line = 0);
  // The number of a name. By a key that always means the same text in this run, for speed; 0: not met yet.
  std::uint32_t known(const void* key) const;
  std::uint32_t number(std::string_view text, const void* key = nullptr);
  std::string_view name(std::uint32_t number) const;

  // Accesses in order, those that stand before the event `seq`. They are forgotten then.
  template <class Visit>
  void take_until(std::uint64_t seq, Visit&& visit) {
    while (taken_ < list_.size() && list_[taken_].seq <= seq) visit(list_[taken_++]);
    if (taken_ == list_.size()) {
      list_.clear();
      taken_ = 0;
    }
  }

 private:
  std::vector<Access> list_;
  std::size_t taken_ = 0;
  std::vector<std::string> names_;
  std::unordered_map<const void*, std::uint32_t> by_key_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
};

// Where accesses go; null: nowhere. Set for a whole run.
inline constinit AccessLog* live_accesses = nullptr;

inline void note_access(AccessKind kind, std::uint64_t object) {
  if (live_accesses) [[unlikely]] live_accesses->add(kind, object);
}

}  // namespace ap::trace
