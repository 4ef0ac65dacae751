// The one main of all unit tests: every tests/unit/**/*.test.cpp is linked with it into `ap_unit`.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
