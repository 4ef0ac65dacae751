# The target ap_wasm: dist/engine/engine.mjs (an ES module whose default export makes an instance) and engine.wasm.
# Exported are malloc, free and whatever engine/api/wasm_exports.cpp marks with EMSCRIPTEN_KEEPALIVE.

# The download is budgeted (`npm test` measures it), so everything is compiled small but what a running program spends
# its time in.
set_property(SOURCE ${AP_SOURCES} APPEND PROPERTY COMPILE_OPTIONS "-Oz")
foreach(hot vm/eval vm/begin_await vm/unwinding vm/quick vm/attributes vm/generator vm/function coro/link coro/co coro/native_coroutine coro/context asyncio/base_events asyncio/loop_queues asyncio/scheduling
            asyncio/tasks asyncio/sleep asyncio/waiting asyncio/queues asyncio/sync asyncio/futures asyncio/events object/dict object/protocol_call object/protocol_operators
            trace/bytes trace/recorder trace/events.generated object/list object/list_sort object/native object/runtime object/type object/str base/heap bindings/asyncio_tasks)
  set_property(SOURCE "${PROJECT_SOURCE_DIR}/engine/${hot}.cpp" APPEND PROPERTY COMPILE_OPTIONS "-O2")
endforeach()

file(GLOB AP_WASM_EXPORTS CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/engine/api/wasm_exports.cpp")
if(NOT AP_WASM_EXPORTS)
  return()
endif()

add_executable(ap_wasm ${AP_WASM_EXPORTS})
target_link_libraries(ap_wasm PRIVATE ap_engine)
set_target_properties(ap_wasm PROPERTIES
  OUTPUT_NAME engine SUFFIX .mjs
  RUNTIME_OUTPUT_DIRECTORY "${PROJECT_SOURCE_DIR}/dist/engine")
target_link_options(ap_wasm PRIVATE
  -O3 --no-entry
  -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web,worker,node
  -sWASM_BIGINT
  -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=16MB -sSTACK_SIZE=1MB -sMALLOC=emmalloc
  -sDYNAMIC_EXECUTION=0  # the page's CSP has no unsafe-eval
  -sEXPORTED_FUNCTIONS=_malloc,_free -sEXPORTED_RUNTIME_METHODS=HEAPU8
  # A function stays one of its own unless it is small, also where only one place calls it: what a page downloads first, and
  # what a browser compiles, again once it is hot, is decided by function.
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=60
  "-Wl,-Map=${PROJECT_BINARY_DIR}/engine.map"  # where each constant lies: .ci/split-data.mjs
  # The rest only keeps the glue small.
  -sFILESYSTEM=0 -sPOLYFILL=0 -sTEXTDECODER=2 -sSUPPORT_LONGJMP=0
  -sINCOMING_MODULE_JS_API=wasmBinary,locateFile,instantiateWasm,print,printErr)
# Functions that the engine calls in its host, when it has any.
file(GLOB AP_WASM_IMPORTS CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/engine/api/wasm_imports.js")
if(AP_WASM_IMPORTS)
  target_link_options(ap_wasm PRIVATE "--js-library=${AP_WASM_IMPORTS}")
  set_property(TARGET ap_wasm APPEND PROPERTY LINK_DEPENDS "${AP_WASM_IMPORTS}")
endif()

# The C++ runtime's benchmarks (tests/bench); no part of the default build.
file(GLOB AP_BENCH CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/bench/runtime/*.cpp")
set_property(SOURCE ${AP_BENCH} APPEND PROPERTY COMPILE_OPTIONS "-O2")
add_executable(ap_bench_wasm EXCLUDE_FROM_ALL ${AP_BENCH})
target_link_libraries(ap_bench_wasm PRIVATE ap_engine)
set_target_properties(ap_bench_wasm PROPERTIES
  OUTPUT_NAME ap_bench SUFFIX .mjs
  RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bench")
target_link_options(ap_bench_wasm PRIVATE
  -O3 --no-entry -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=node -sWASM_BIGINT
  -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=16MB -sSTACK_SIZE=1MB -sMALLOC=emmalloc -sFILESYSTEM=0 -sSUPPORT_LONGJMP=0)
