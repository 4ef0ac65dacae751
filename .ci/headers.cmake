# Stages the two header-only libraries into .build/include, so that they are found there and /usr/include never gets
# onto a command line (in the wasm build it would shadow Emscripten's own C library).
# Debian's doctest-dev and nlohmann-json3-dev where they are installed; anywhere else the same versions, pinned by hash.
include(FetchContent)
set(AP_INCLUDE "${PROJECT_SOURCE_DIR}/.build/include")
file(MAKE_DIRECTORY "${AP_INCLUDE}")

# ap_stage(FOLDER URL FILE SHA256 [FILE SHA256 ...])
function(ap_stage folder url)
  list(GET ARGN 0 first)
  if(NOT EXISTS "${AP_INCLUDE}/${folder}/${first}" AND EXISTS "/usr/include/${folder}/${first}")
    file(REMOVE "${AP_INCLUDE}/${folder}")
    file(CREATE_LINK "/usr/include/${folder}" "${AP_INCLUDE}/${folder}" SYMBOLIC)
  endif()
  if(EXISTS "${AP_INCLUDE}/${folder}/${first}")
    return()
  endif()
  while(ARGN)
    list(POP_FRONT ARGN file hash)
    string(MAKE_C_IDENTIFIER "${folder}_${file}" name)
    FetchContent_Declare(${name}
      URL "${url}/${file}" URL_HASH "SHA256=${hash}"
      DOWNLOAD_NO_EXTRACT TRUE DOWNLOAD_DIR "${AP_INCLUDE}/${folder}")
    FetchContent_MakeAvailable(${name})
  endwhile()
endfunction()

ap_stage(nlohmann https://raw.githubusercontent.com/nlohmann/json/v3.11.2/single_include/nlohmann
  json.hpp 665fa14b8af3837966949e8eb0052d583e2ac105d3438baba9951785512cf921
  json_fwd.hpp c54d97a7be10d9544b579736e416a1681761a855300823181dd5c37937c6296d)
if(NOT EMSCRIPTEN)
  ap_stage(doctest https://raw.githubusercontent.com/doctest/doctest/v2.4.9/doctest
    doctest.h 041dced3b82ed2d6c920977fcba16e8b9e49daaa200c81ba0ccec529a4f1fd5d)
endif()
