/* Loads libcurl and libxml2 on the first call of one of their functions (curl.c, xml.c): with the forty libraries that they
   depend on, loading them takes longer than showing a cached forecast. Nothing is declared here; the functions have the
   libraries' own names and headers. */
#ifndef WEATHERTERM_CLIBRARYLOADER_H
#define WEATHERTERM_CLIBRARYLOADER_H
#endif
