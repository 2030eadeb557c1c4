// The least that the ten-day question costs in C: fetch the page with libcurl, parse it with libxml2, read the fields of the
// first ten rows by XPath, print them. With no argument it only loads both libraries and initialises nothing.
#include <curl/curl.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *bytes;
  size_t used, room;
} Body;

static size_t append(char *data, size_t size, size_t count, void *target) {
  Body *body = target;
  size_t more = size * count;
  if (body->used + more > body->room) {
    body->room = 2 * (body->used + more);
    body->bytes = realloc(body->bytes, body->room);
    if (!body->bytes) return 0;
  }
  memcpy(body->bytes + body->used, data, more);
  body->used += more;
  return more;
}

static void print_string(xmlXPathContextPtr context, xmlNodePtr row, const char *name, const char *expression) {
  context->node = row;
  xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)expression, context);
  xmlChar *text = xmlXPathCastToString(found);
  printf("%s=%s ", name, text);
  xmlFree(text);
  xmlXPathFreeObject(found);
}

static const char *fields[][2] = {
    {"day", "string(.//*[@data-testid='daypartName'])"},
    {"high", "string((.//*[@data-testid='detailsTemperature']//*[@data-testid='TemperatureValue'])[1])"},
    {"low", "string(.//*[@data-testid='lowTempValue']//*[@data-testid='TemperatureValue'])"},
    {"phrase", "string(.//*[@data-testid='wxIcon']//span)"},
    {"rain", "string(.//*[@data-testid='Precip']//*[@data-testid='PercentageValue'])"},
    {"wind", "string(.//summary//span[@data-testid='Wind'])"},
    {"humidity", "string((.//*[@data-testid='HumiditySection']//*[@data-testid='PercentageValue'])[1])"},
    {"uv", "string(.//*[@data-testid='UVIndexValue'])"},
    {"sunrise", "string(.//*[@data-testid='SunriseTime'])"},
    {"sunset", "string(.//*[@data-testid='SunsetTime'])"},
};

int main(int argc, char **argv) {
  if (argc < 2) {
    // Both libraries must be referred to, or they would not be loaded.
    printf("%s %s\n", curl_easy_strerror(CURLE_OK), xmlParserVersion);
    return 0;
  }
  Body body = {0};
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, argv[1]);
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  CURLcode code = curl_easy_perform(curl);
  if (code) {
    fprintf(stderr, "%s\n", curl_easy_strerror(code));
    return 1;
  }
  curl_easy_cleanup(curl);
  htmlDocPtr document = htmlReadMemory(
      body.bytes, (int)body.used, argv[1], "UTF-8",
      HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER);
  xmlXPathContextPtr context = xmlXPathNewContext(document);
  xmlXPathObjectPtr rows = xmlXPathEvalExpression(
      (const xmlChar *)"//details[.//*[@data-testid='DetailsSummary']]", context);
  int count = rows && rows->nodesetval ? rows->nodesetval->nodeNr : 0;
  for (int i = 0; i < count && i < 10; i++) {
    for (size_t k = 0; k < sizeof fields / sizeof *fields; k++)
      print_string(context, rows->nodesetval->nodeTab[i], fields[k][0], fields[k][1]);
    printf("\n");
  }
  return count ? 0 : 1;
}
