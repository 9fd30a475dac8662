# Purpose: language level, warnings, sanitizers and coverage, as one interface target that every target of ours links
# (what runs confined links the first half alone: sanitizers and gcov do what its system-call filter forbids).

option(MADOGUCHI_BUILD_TESTS "Build the tests" OFF)
option(MADOGUCHI_BUILD_FUZZERS "Build the libFuzzer targets (clang only)" OFF)
option(MADOGUCHI_BUILD_BENCH "Build the benchmarks" OFF)
option(MADOGUCHI_WARNINGS_AS_ERRORS "Treat warnings as errors" OFF)
option(MADOGUCHI_COVERAGE "Instrument for gcov" OFF)
set(MADOGUCHI_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined or thread")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(madoguchi_plain_options INTERFACE)
target_compile_options(madoguchi_plain_options INTERFACE
    -fPIC # one code model everywhere, so that precompiled headers are shared between libraries and programs
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wnull-dereference -Wformat=2
    -Wimplicit-fallthrough -Wextra-semi -fstack-protector-strong)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports false positives of these kinds inside the standard library: with sanitizers, and at -O3.
    target_compile_options(madoguchi_plain_options INTERFACE
        -Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict
        $<$<NOT:$<CONFIG:Debug>>:-Wno-uninitialized>)
endif()
if(MADOGUCHI_WARNINGS_AS_ERRORS)
    target_compile_options(madoguchi_plain_options INTERFACE -Werror)
endif()

add_library(madoguchi_options INTERFACE)
add_library(madoguchi::options ALIAS madoguchi_options)
target_link_libraries(madoguchi_options INTERFACE madoguchi_plain_options)
if(MADOGUCHI_SANITIZE)
    target_compile_options(madoguchi_options INTERFACE
        -fsanitize=${MADOGUCHI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(madoguchi_options INTERFACE -fsanitize=${MADOGUCHI_SANITIZE})
    # Line tables are enough for a sanitizer report and halve the build.
    set(CMAKE_CXX_FLAGS_DEBUG "-g1 -O1")
endif()
if(MADOGUCHI_BUILD_FUZZERS)
    # The libraries too: without their coverage libFuzzer guesses blindly.
    target_compile_options(madoguchi_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(madoguchi_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(MADOGUCHI_COVERAGE)
    target_compile_options(madoguchi_options INTERFACE --coverage)
    target_link_options(madoguchi_options INTERFACE --coverage)
endif()
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    add_compile_definitions(_FORTIFY_SOURCE=2)
endif()
