// Functions of CPython's library that are C++ here still take their part of the recursion limit.
#pragma once
#include "object/runtime.hpp"

namespace ap {

class LibraryFrames {
 public:
  explicit LibraryFrames(uint32_t n) : n_(n) { rt.recursion_depth += n; }
  LibraryFrames(const LibraryFrames&) = delete;
  ~LibraryFrames() { rt.recursion_depth -= n_; }

 private:
  uint32_t n_;
};

}  // namespace ap
