#ifndef WEATHERTERM_CLIBCURL_H
#define WEATHERTERM_CLIBCURL_H

#include <curl/curl.h>
#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

/* Names for libcurl's variadic calls, which Swift cannot make. Each takes one type of argument. */

static inline CURLcode curl_easy_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_easy_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_easy_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_easy_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode curl_easy_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*curl_bytes_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode curl_easy_set_callback(CURL *handle, CURLoption option, curl_bytes_callback value) {
  return curl_easy_setopt(handle, option, value);
}

/* Makes the sockets of a transfer. */
static inline CURLcode curl_easy_set_socket_callback(CURL *handle, curl_opensocket_callback value, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
  return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value) : code;
}

/* Writes the IP address of a peer in network order, and gives its length: 4, 16, or 0 for one that is none. */
static inline size_t curl_peer_bytes(const struct curl_sockaddr *peer, unsigned char *bytes) {
  const struct sockaddr *address = &peer->addr;
  if (peer->family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)address)->sin_addr, 4);
    return 4;
  }
  if (peer->family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)address)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

/* The socket that libcurl would make. */
static inline curl_socket_t curl_open_socket(const struct curl_sockaddr *peer) {
  return socket(peer->family, peer->socktype | SOCK_CLOEXEC, peer->protocol);
}

/* Certificates in memory, which libcurl does not copy. Older versions cannot take them. */
static inline CURLcode curl_easy_set_certificates(CURL *handle, void *bytes, size_t count) {
#if LIBCURL_VERSION_NUM >= 0x074d00
  struct curl_blob blob = {bytes, count, CURL_BLOB_NOCOPY};
  CURLcode code = curl_easy_setopt(handle, CURLOPT_CAINFO_BLOB, &blob);
  if (code == CURLE_OK) curl_easy_setopt(handle, CURLOPT_PROXY_CAINFO_BLOB, &blob);
  return code;
#else
  (void)handle, (void)bytes, (void)count;
  return CURLE_NOT_BUILT_IN;
#endif
}

/* What an address may begin with: http, https and ftp, after a redirect only the first two. */
static inline CURLcode curl_easy_set_protocols(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
  CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https,ftp");
  if (code != CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https") : code;
#else
  CURLcode code = curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS | CURLPROTO_FTP));
  return code == CURLE_OK
    ? curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS)) : code;
#endif
}

/* No redirect is followed to anything but https any more. */
static inline CURLcode curl_easy_set_redirects_safe(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "https");
#else
  return curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS, (long)CURLPROTO_HTTPS);
#endif
}

/* A socket that waits for a connection by a name of this machine's alone, which stands in no folder (Linux's abstract
   names); -1 where there can be none. */
static inline int curl_listen_locally(const char *name) {
  struct sockaddr_un address;
  size_t count = strlen(name);
  memset(&address, 0, sizeof address);
  address.sun_family = AF_UNIX;
  if (count + 1 > sizeof address.sun_path) return -1;
  memcpy(address.sun_path + 1, name, count);
  int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (listener < 0) return -1;
  socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + count);
  if (bind(listener, (struct sockaddr *)&address, size) == 0 && listen(listener, 1) == 0) return listener;
  close(listener);
  return -1;
}

/* Lets a transfer end without waiting for a name server that does not answer. */
static inline CURLcode curl_easy_set_quick_exit(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075700
  return curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#else
  return (void)handle, CURLE_OK;
#endif
}

static inline CURLcode curl_easy_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode curl_easy_get_string(CURL *handle, CURLINFO info, const char **value) {
  return curl_easy_getinfo(handle, info, value);
}

/* A time in microseconds, of the CURLINFOs whose names end with _TIME_T. */
static inline CURLcode curl_easy_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLMcode curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

/* The file of certificates that libcurl was built to trust; NULL where it has none. */
static inline const char *curl_system_certificates(void) {
#if LIBCURL_VERSION_NUM >= 0x074600
  curl_version_info_data *version = curl_version_info(CURLVERSION_NOW);
  return version && version->age >= CURLVERSION_SEVENTH ? version->cainfo : NULL;
#else
  return NULL;
#endif
}

/* The system's certificate folder; NULL if the TLS library is not OpenSSL, since others read the whole folder. */
static inline const char *curl_system_certificate_folder(void) {
  curl_version_info_data *version = curl_version_info(CURLVERSION_NOW);
  if (!version || !version->ssl_version || strncmp(version->ssl_version, "OpenSSL", 7) != 0) return NULL;
#if LIBCURL_VERSION_NUM >= 0x074600
  if (version->age >= CURLVERSION_SEVENTH && version->capath) return version->capath;
#endif
  return "/etc/ssl/certs";
}

/* A date in the format of RFC 9110, as curl_getdate reads it, but without libcurl; -1 for any other. The C library's header
   hides both functions in strict C. */
extern char *strptime(const char *text, const char *format, struct tm *time);
extern time_t timegm(struct tm *time);
static inline time_t curl_usual_date(const char *text) {
  struct tm time;
  memset(&time, 0, sizeof time);
  const char *end = strptime(text, "%a, %d %b %Y %H:%M:%S GMT", &time);
  return end && *end == 0 && time.tm_year >= 70 ? timegm(&time) : -1;
}

/* The handle and the result of a message that says that a transfer is done. */
static inline CURLcode curl_message_result(const CURLMsg *message) { return message->data.result; }

#endif
