// SHA-512 (FIPS 180-4): random.seed(text) starts from it, and hashlib has it.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace ap {

std::array<uint8_t, 64> sha512(std::string_view data);

}  // namespace ap
