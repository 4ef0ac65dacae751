// Functions of CPython's library that are C++ here still take their part of the recursion limit, and stand in the stack of a
// task that runs.
#pragma once
#include <span>

#include "asyncio/events.hpp"
#include "object/runtime.hpp"

namespace ap {

class LibraryFrames {
 public:
  // `places`: the innermost first.
  explicit LibraryFrames(std::span<const LibraryPlace> places)
      : places_(places), outer_(innermost), depth_(static_cast<uint32_t>(places.size())) {
    rt.recursion_depth += depth_;
    innermost = this;
  }
  // `depth` functions that no task's stack can show.
  explicit LibraryFrames(uint32_t depth) : outer_(innermost), depth_(depth) { rt.recursion_depth += depth; }
  LibraryFrames(const LibraryFrames&) = delete;
  ~LibraryFrames() {
    rt.recursion_depth -= depth_;
    innermost = outer_;
  }

  std::span<const LibraryPlace> places() const { return places_; }
  const LibraryFrames* outer() const { return outer_; }

  static inline const LibraryFrames* innermost = nullptr;

 private:
  std::span<const LibraryPlace> places_;
  const LibraryFrames* outer_;
  uint32_t depth_;
};

}  // namespace ap
