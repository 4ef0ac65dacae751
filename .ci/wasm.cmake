# Toolchain file of the preset `wasm`: the Emscripten that .ci/toolchain.mjs finds or puts together.
set(EMSCRIPTEN TRUE)
set(CMAKE_SYSTEM_NAME Generic)  # CMake 3.25 knows no Emscripten; the engine asks nothing of a platform module
set(CMAKE_SYSTEM_PROCESSOR wasm32)

if(NOT AP_EMSCRIPTEN)
  execute_process(
    COMMAND node "${CMAKE_CURRENT_LIST_DIR}/toolchain.mjs"
    OUTPUT_VARIABLE AP_EMSCRIPTEN OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "There is no wasm toolchain; the line above says what to do.")
  endif()
  set(AP_EMSCRIPTEN "${AP_EMSCRIPTEN}" CACHE PATH "Folder of em++, emar and emranlib")
endif()

set(CMAKE_CXX_COMPILER "${AP_EMSCRIPTEN}/em++")
set(CMAKE_AR "${AP_EMSCRIPTEN}/emar" CACHE FILEPATH "")
set(CMAKE_RANLIB "${AP_EMSCRIPTEN}/emranlib" CACHE FILEPATH "")

# Saves the probing links, 3 s each; em++ is a clang that compiles C++23.
set(CMAKE_CXX_COMPILER_FORCED TRUE)
set(CMAKE_CXX_COMPILER_ID Clang)
set(CMAKE_CXX_COMPILER_VERSION 19)
set(CMAKE_CXX_STANDARD_COMPUTED_DEFAULT 17)
set(CMAKE_CXX_COMPILE_FEATURES cxx_std_23)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
