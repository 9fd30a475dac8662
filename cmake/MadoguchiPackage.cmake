# Purpose: install the libraries, their headers and a CMake package, so that find_package(Madoguchi) works.
include(CMakePackageConfigHelpers)

get_property(installed GLOBAL PROPERTY MADOGUCHI_INSTALLED_LIBRARIES)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Madoguchi)
install(TARGETS ${installed} EXPORT MadoguchiTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT MadoguchiTargets NAMESPACE madoguchi:: DESTINATION ${package_dir})
install(DIRECTORY hal apdu jpki face surface eligibility drivers
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/madoguchi
    FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def" PATTERN "*_internal.hpp" EXCLUDE
    PATTERN "face/codec" EXCLUDE PATTERN "face/sandbox/worker" EXCLUDE) # the inside of the sandbox
configure_package_config_file(cmake/MadoguchiConfig.cmake.in ${PROJECT_BINARY_DIR}/MadoguchiConfig.cmake
    INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/MadoguchiConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/MadoguchiConfig.cmake ${PROJECT_BINARY_DIR}/MadoguchiConfigVersion.cmake
    DESTINATION ${package_dir})
