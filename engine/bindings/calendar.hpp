// Dates in UTC from seconds since 1970, and strftime in the C locale.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace ap {

struct CivilTime {
  int64_t year;
  int month, day, hour, minute, second;  // month from 1
  int weekday;                           // Monday is 0
  int yearday;                           // from 1
};

CivilTime civil_time(int64_t seconds);
int64_t seconds_from_civil(int64_t year, int month, int day, int hour, int minute, int second);
// "Thu Jan  1 00:00:00 1970"
std::string asctime(const CivilTime& t);
// Empty where the format has a directive that the C library of the reference does not know.
std::string format_time(std::string_view format, const CivilTime& t, std::string_view zone = "UTC", std::string_view offset = "+0000");

}  // namespace ap
