#ifndef WEATHERTERM_LIBRARY_H
#define WEATHERTERM_LIBRARY_H

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

/* A library's functions are listed once, in FUNCTIONS(F), as F(result, name, parameters, arguments); those with a variable
   argument in VARIADIC(F). LIBRARY generates a table of pointers to them, and for each name a function that loads the library
   if necessary and passes its arguments on. The pointers have the types of the library's headers, so that the compiler finds
   errors in the list. The asm label gives a function its name without declaring it again, since headers of different versions
   differ in const. */
#define LIBRARY(file, package)                                                               \
  DLOPEN_NOTE(file)                                                                          \
  static struct { FUNCTIONS(LIBRARY_POINTER) VARIADIC(LIBRARY_POINTER) } library;            \
  static void library_open(void) {                                                           \
    void *handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL);                                     \
    if (handle == NULL) library_failed(file, package);                                      \
    FUNCTIONS(LIBRARY_FIND) VARIADIC(LIBRARY_FIND)                                           \
  }                                                                                          \
  static pthread_once_t library_once = PTHREAD_ONCE_INIT;                                    \
  FUNCTIONS(LIBRARY_FUNCTION)

#define LIBRARY_POINTER(result, name, parameters, arguments) __typeof__(name) *name;
#define LIBRARY_FIND(result, name, parameters, arguments)                                    \
  __atomic_store_n(&library.name, (__typeof__(library.name))library_find(handle, #name), __ATOMIC_RELEASE);
#define LIBRARY_FUNCTION(result, name, parameters, arguments)                                \
  result loader_##name parameters __asm__(#name);                                            \
  result loader_##name parameters {                                                          \
    LIBRARY_REQUIRE(name)                                                                    \
    return library.name arguments;                                                           \
  }
#define LIBRARY_REQUIRE(name)                                                                \
  if (__atomic_load_n(&library.name, __ATOMIC_ACQUIRE) == NULL) pthread_once(&library_once, library_open);

/* Ends the process, as the system's loader does for linked libraries. */
static void library_failed(const char *file, const char *package) {
  fprintf(stderr, "weatherterm: error: %s cannot be loaded; install %s (%s)\n", file, package, dlerror());
  _exit(127);
}

static void *library_find(void *handle, const char *name) {
  void *function = dlsym(handle, name);
  if (function == NULL) library_failed(name, "a newer version of its library");
  return function;
}

/* Declares the dependency to packaging tools, which find linked libraries only ("ELF dlopen metadata",
   https://uapi-group.org/specifications/specs/elf_dlopen_metadata). */
#define DLOPEN_NOTE(file)                                                                    \
  static const struct {                                                                      \
    uint32_t name_size, size, type;                                                          \
    char name[4];                                                                            \
    char json[(sizeof DLOPEN_JSON(file) + 3) & ~3ul];                                        \
  } dlopen_note __attribute__((used, aligned(4), section(".note.dlopen"))) = {               \
    4, sizeof DLOPEN_JSON(file), 0x407c0c0a, "FDO", DLOPEN_JSON(file)};
#define DLOPEN_JSON(file) "[{\"soname\":[\"" file "\"],\"priority\":\"required\"}]"

/* The libraries are also on the linker's command line, because of their module maps. This puts a flag in front of them, in
   the way in which Swift's compiler passes on the libraries of a module, so that they are not linked if only functions are
   used that are defined here. */
__asm__(".pushsection .swift1_autolink_entries,\"e\",@progbits\n.asciz \"-Wl,--as-needed\"\n.popsection");

#endif
