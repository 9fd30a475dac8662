# Purpose: the few words in which every folder describes its targets.
# Every source is listed by hand; a target links only what its folder may depend on.

# madoguchi_library(apdu SOURCES a.cpp … PUBLIC madoguchi::hal PRIVATE OpenSSL::Crypto)
# makes target madoguchi_apdu, alias madoguchi::apdu, installed with the folder's headers.
function(madoguchi_library name)
    cmake_parse_arguments(LIB "NO_INSTALL" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target madoguchi_${name})
    add_library(${target} STATIC ${LIB_SOURCES})
    add_library(madoguchi::${name} ALIAS ${target})
    set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
    target_include_directories(${target} PUBLIC
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
        $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/madoguchi>)
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_link_libraries(${target}
        PUBLIC ${LIB_PUBLIC}
        PRIVATE ${LIB_PRIVATE} $<BUILD_INTERFACE:madoguchi_options>)
    if(NOT LIB_NO_INSTALL)
        set_property(GLOBAL APPEND PROPERTY MADOGUCHI_INSTALLED_LIBRARIES ${target})
    endif()
endfunction()

# madoguchi_program(madoguchi-sim SOURCES main.cpp LINKS madoguchi::sim_card) makes an installed program.
function(madoguchi_program name)
    cmake_parse_arguments(PROGRAM "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${PROGRAM_SOURCES})
    target_link_libraries(${name} PRIVATE ${PROGRAM_LINKS} madoguchi_options)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# madoguchi_test(unit_apdu SOURCES … LINKS …) makes one Catch2 program and one CTest entry.
# The tests' Catch2 header is precompiled once and reused.
function(madoguchi_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 300)
    endif()
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE ${TEST_LINKS} madoguchi_test_support madoguchi_options)
    target_precompile_headers(${name} REUSE_FROM madoguchi_test_support)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}")
endfunction()

# madoguchi_fuzzer(fuzz_tlv SOURCES tlv.cpp LINKS madoguchi::apdu)
function(madoguchi_fuzzer name)
    cmake_parse_arguments(FUZZ "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${FUZZ_SOURCES})
    target_link_libraries(${name} PRIVATE ${FUZZ_LINKS} madoguchi_options)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz)
    set_property(GLOBAL APPEND PROPERTY MADOGUCHI_FUZZERS ${name})
endfunction()
