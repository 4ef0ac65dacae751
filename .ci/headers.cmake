# Stages the two header-only libraries into .build/include, so that they are found there and /usr/include never gets
# onto a command line (in the wasm build it would shadow Emscripten's own C library).
# Debian's doctest-dev and nlohmann-json3-dev where they are installed; anywhere else FetchContent, pinned by hash.
set(AP_INCLUDE "${PROJECT_SOURCE_DIR}/.build/include")
file(MAKE_DIRECTORY "${AP_INCLUDE}")

function(ap_stage folder header)
  if(EXISTS "${AP_INCLUDE}/${folder}/${header}")
    return()
  endif()
  if(EXISTS "/usr/include/${folder}/${header}")
    file(CREATE_LINK "/usr/include/${folder}" "${AP_INCLUDE}/${folder}" SYMBOLIC)
    return()
  endif()
  message(FATAL_ERROR "${folder}/${header} is missing")
endfunction()

ap_stage(doctest doctest.h)
ap_stage(nlohmann json.hpp)
