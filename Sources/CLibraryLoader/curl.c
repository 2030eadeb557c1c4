#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stdarg.h>

#include "library.h"

/* Not exported, so that the libraries cannot call these functions instead of their own. */
#pragma GCC visibility push(hidden)

#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define FUNCTIONS(F)                                                                                     \
  F(CURLcode, curl_global_init, (long flags), (flags))                                                   \
  F(curl_version_info_data *, curl_version_info, (CURLversion age), (age))                               \
  F(time_t, curl_getdate, (const char *text, const time_t *unused), (text, unused))                      \
  F(void, curl_free, (void *memory), (memory))                                                           \
  F(CURLU *, curl_url, (void), ())                                                                       \
  F(void, curl_url_cleanup, (CURLU *url), (url))                                                         \
  F(CURLUcode, curl_url_set, (CURLU *url, CURLUPart part, const char *text, unsigned flags),             \
    (url, part, text, flags))                                                                            \
  F(CURLUcode, curl_url_get, (CURLU *url, CURLUPart part, char **text, unsigned flags),            \
    (url, part, text, flags))                                                                            \
  F(struct curl_slist *, curl_slist_append, (struct curl_slist *list, const char *text), (list, text))   \
  F(void, curl_slist_free_all, (struct curl_slist *list), (list))                                        \
  F(CURL *, curl_easy_init, (void), ())                                                                  \
  F(void, curl_easy_cleanup, (CURL *easy), (easy))                                                       \
  F(const char *, curl_easy_strerror, (CURLcode code), (code))                                           \
  F(char *, curl_easy_unescape, (CURL *easy, const char *text, int size, int *count), (easy, text, size, count)) \
  F(CURLcode, curl_easy_perform, (CURL *easy), (easy))                                                   \
  F(CURLM *, curl_multi_init, (void), ())                                                                \
  F(CURLMcode, curl_multi_cleanup, (CURLM *multi), (multi))                                              \
  F(const char *, curl_multi_strerror, (CURLMcode code), (code))                                         \
  F(CURLMcode, curl_multi_add_handle, (CURLM *multi, CURL *easy), (multi, easy))                         \
  F(CURLMcode, curl_multi_remove_handle, (CURLM *multi, CURL *easy), (multi, easy))                      \
  F(CURLMcode, curl_multi_perform, (CURLM *multi, int *running), (multi, running))                       \
  F(CURLMsg *, curl_multi_info_read, (CURLM *multi, int *left), (multi, left))                           \
  F(CURLMcode, curl_multi_wakeup, (CURLM *multi), (multi))                                               \
  F(CURLMcode, curl_multi_poll, (CURLM *multi, struct curl_waitfd files[], unsigned count, int timeout, int *ready), \
    (multi, files, count, timeout, ready))

/* Functions whose last argument has one of several types. */
#define VARIADIC(F)                \
  F(CURLcode, curl_easy_setopt, , ) \
  F(CURLcode, curl_easy_getinfo, , ) \
  F(CURLMcode, curl_multi_setopt, , )

LIBRARY("libcurl.so.4", "libcurl4")

/* The type of an option's value follows from the option's number. */
#define SETOPT(result, name, handle, option)                                                     \
  result loader_##name(handle *object, option number, ...) __asm__(#name);                       \
  result loader_##name(handle *object, option number, ...) {                                     \
    LIBRARY_REQUIRE(name)                                                                        \
    va_list list;                                                                                \
    va_start(list, number);                                                                      \
    result code;                                                                                 \
    if (number < CURLOPTTYPE_OBJECTPOINT)                                                        \
      code = library.name(object, number, va_arg(list, long));                                   \
    else if (number >= CURLOPTTYPE_OFF_T && number < CURLOPTTYPE_OFF_T + 10000)                  \
      code = library.name(object, number, va_arg(list, curl_off_t));                             \
    else                                                                                         \
      code = library.name(object, number, va_arg(list, void *));                                 \
    va_end(list);                                                                                \
    return code;                                                                                 \
  }

SETOPT(CURLcode, curl_easy_setopt, CURL, CURLoption)
SETOPT(CURLMcode, curl_multi_setopt, CURLM, CURLMoption)

/* Always takes a pointer. */
CURLcode loader_curl_easy_getinfo(CURL *easy, CURLINFO info, ...) __asm__("curl_easy_getinfo");
CURLcode loader_curl_easy_getinfo(CURL *easy, CURLINFO info, ...) {
  LIBRARY_REQUIRE(curl_easy_getinfo)
  va_list list;
  va_start(list, info);
  CURLcode code = library.curl_easy_getinfo(easy, info, va_arg(list, void *));
  va_end(list);
  return code;
}
