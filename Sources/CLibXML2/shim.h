// What libxml2 says in macros, writable globals and callbacks, as plain functions that Swift can call.
// The callbacks count what a parser builds, so that it can be stopped before hostile markup fills the memory.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <errno.h>
#include <iconv.h>
// ICU's header declares what Foundation's copy of ICU declares otherwise, and no module can see both. Of libxml2 it is needed
// for the handlers of encodings alone, which we leave alone.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

/// The version of the library that runs, as digits (`20914`): a global that older headers declare writable.
static inline const char *clibxml2_version(void) { return xmlParserVersion; }

/// `xmlFree`, which is a variable that holds a function. Only functions can be loaded on their first call, so its value is
/// asked for.
static inline void clibxml2_free(void *memory) {
  xmlFreeFunc release = NULL;
  xmlMemGet(&release, NULL, NULL, NULL);
  release(memory);
}

/// `memmem`, which not every C library shows: the first place of one text in another, or NULL.
static inline const void *clibxml2_find(const void *text, size_t count, const void *wanted, size_t wanted_count) {
  const unsigned char *from = (const unsigned char *)text, *end = from + count;
  if (wanted_count == 0) return NULL;
  while ((size_t)(end - from) >= wanted_count) {
    from = (const unsigned char *)memchr(from, *(const unsigned char *)wanted, (size_t)(end - from) - wanted_count + 1);
    if (from == NULL || memcmp(from, wanted, wanted_count) == 0) return from;
    from++;
  }
  return NULL;
}

/// A converter from a character encoding to UTF-8, for `clibxml2_convert` and then `iconv_close`; NULL where the system
/// knows no encoding of that name.
static inline iconv_t clibxml2_open_converter(const char *encoding) {
  iconv_t converter = iconv_open("UTF-8", encoding);
  return converter == (iconv_t)-1 ? NULL : converter;
}

enum clibxml2_conversion { clibxml2_conversion_done, clibxml2_conversion_full, clibxml2_conversion_invalid };

/// Converts bytes until they end, the room for the text is full, or they are invalid in their encoding. A converter of some
/// encodings has a state, which is written when `bytes` is NULL.
static inline enum clibxml2_conversion clibxml2_convert(
    iconv_t converter, const unsigned char **bytes, size_t *count, unsigned char *text, size_t *room) {
  size_t result = iconv(converter, (char **)bytes, count, (char **)&text, room);
  if (result != (size_t)-1) return clibxml2_conversion_done;
  return errno == E2BIG ? clibxml2_conversion_full : clibxml2_conversion_invalid;
}

/// The first error that libxml2 reported, with its own text.
struct clibxml2_report {
  int code;
  int line;
  char text[240];
};

static inline void clibxml2_note(struct clibxml2_report *report, const xmlError *error) {
  if (report->code != 0 || error == NULL) return;
  report->code = error->code;
  report->line = error->line;
  strncpy(report->text, error->message ? error->message : "unknown error", sizeof report->text - 1);
}

/// Why the counters stopped a parser.
enum clibxml2_stop {
  clibxml2_stop_none = 0,
  clibxml2_stop_nodes,
  clibxml2_stop_depth,
  clibxml2_stop_declaration,
};

/// Where the thread's error messages went before they came to us.
struct clibxml2_hush {
  void *structured_data;
  xmlStructuredErrorFunc structured;
  void *generic_data;
  xmlGenericErrorFunc generic;
};

static void clibxml2_drop(void *data, const char *format, ...) {}

static void clibxml2_note_any(void *report, const xmlError *error) {
  clibxml2_note((struct clibxml2_report *)report, error);
}

// Some messages pass by every handler but the thread's, and would be printed; both are put back after each call.
static inline struct clibxml2_hush clibxml2_hush_begin(struct clibxml2_report *report) {
  struct clibxml2_hush before = {xmlStructuredErrorContext, xmlStructuredError, xmlGenericErrorContext, xmlGenericError};
  if (report != NULL) xmlSetStructuredErrorFunc(report, (xmlStructuredErrorFunc)clibxml2_note_any);
  xmlSetGenericErrorFunc(NULL, clibxml2_drop);
  return before;
}

static inline void clibxml2_hush_end(struct clibxml2_hush before) {
  xmlSetStructuredErrorFunc(before.structured_data, before.structured);
  xmlSetGenericErrorFunc(before.generic_data, before.generic);
}

/// One parse: the bytes still to be read, what the tree may grow to, and what came of it.
struct clibxml2_reading {
  const unsigned char *bytes;
  size_t count;
  size_t position;
  long node_budget;
  int depth_limit;
  int whole_characters;
  int is_utf8;
  enum clibxml2_stop stop;
  struct clibxml2_report report;
  xmlParserCtxtPtr parser;
};

// An element's attributes and namespaces are compared with one another before the element is handed over, and that takes
// the square of their number: so the room that the parser made for them is looked at each time it asks for more bytes.
// It holds some 700 attributes and as many namespaces.
#define CLIBXML2_ATTRIBUTE_ROOM 2048

static int clibxml2_read(void *context, char *buffer, int room) {
  struct clibxml2_reading *reading = (struct clibxml2_reading *)context;
  if (reading->stop != clibxml2_stop_none) return 0;
  if (reading->parser->maxatts > CLIBXML2_ATTRIBUTE_ROOM || reading->parser->nsMax > CLIBXML2_ATTRIBUTE_ROOM) {
    reading->stop = clibxml2_stop_nodes;
    return 0;
  }
  size_t left = reading->count - reading->position;
  size_t taken = (size_t)room < left ? (size_t)room : left;
  if (reading->whole_characters && taken < left) {
    const unsigned char *next = reading->bytes + reading->position + taken;
    size_t back = 0;
    while (back < 3 && back + 1 < taken && (next[-(long)back] & 0xC0) == 0x80) back++;
    taken -= back;
  }
  memcpy(buffer, reading->bytes + reading->position, taken);
  reading->position += taken;
  return (int)taken;
}

static int clibxml2_halt(xmlParserCtxtPtr parser, enum clibxml2_stop stop) {
  struct clibxml2_reading *reading = (struct clibxml2_reading *)parser->_private;
  if (reading->stop == clibxml2_stop_none) reading->stop = stop;
  xmlStopParser(parser);
  return 0;
}

// 1 where the tree may take so many nodes more; else the parser is stopped.
static int clibxml2_spend(xmlParserCtxtPtr parser, long nodes) {
  struct clibxml2_reading *reading = (struct clibxml2_reading *)parser->_private;
  reading->node_budget -= nodes;
  return reading->node_budget >= 0 ? 1 : clibxml2_halt(parser, clibxml2_stop_nodes);
}

static int clibxml2_descend(xmlParserCtxtPtr parser) {
  struct clibxml2_reading *reading = (struct clibxml2_reading *)parser->_private;
  return parser->nodeNr < reading->depth_limit ? 1 : clibxml2_halt(parser, clibxml2_stop_depth);
}

static void clibxml2_start_html(void *context, const xmlChar *name, const xmlChar **attributes) {
  xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
  long nodes = 1;
  for (const xmlChar **each = attributes; each != NULL && *each != NULL; each += 2) nodes += 2;
  if (clibxml2_descend(parser) && clibxml2_spend(parser, nodes)) xmlSAX2StartElement(context, name, attributes);
}

// An element of a default namespace is in none, so that XPath finds it by its name alone.
static void clibxml2_start_xml(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
  xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
  if (clibxml2_descend(parser) && clibxml2_spend(parser, 1 + namespace_count + 2L * attribute_count))
    xmlSAX2StartElementNs(
        context, name, prefix, prefix == NULL ? NULL : uri, namespace_count, namespaces, attribute_count, defaulted_count, attributes);
}

// A long text comes in many pieces, which libxml2 joins: only the first of them is a node.
static void clibxml2_characters(void *context, const xmlChar *text, int count) {
  xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
  xmlNodePtr last = parser->node != NULL ? parser->node->last : NULL;
  int joins = last != NULL && last->type == XML_TEXT_NODE;
  if (clibxml2_spend(parser, joins ? 0 : 1)) xmlSAX2Characters(context, text, count);
}

static void clibxml2_cdata(void *context, const xmlChar *text, int count) {
  if (clibxml2_spend((xmlParserCtxtPtr)context, 1)) xmlSAX2CDataBlock(context, text, count);
}

static void clibxml2_comment(void *context, const xmlChar *text) {
  if (clibxml2_spend((xmlParserCtxtPtr)context, 1)) xmlSAX2Comment(context, text);
}

static void clibxml2_instruction(void *context, const xmlChar *target, const xmlChar *text) {
  if (clibxml2_spend((xmlParserCtxtPtr)context, 1)) xmlSAX2ProcessingInstruction(context, target, text);
}

// An entity that only a document type explains: to leave it out would change the text.
static void clibxml2_reference(void *context, const xmlChar *name) {
  clibxml2_halt((xmlParserCtxtPtr)context, clibxml2_stop_declaration);
}

static void clibxml2_declare_entity(
    void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id, xmlChar *text) {
  clibxml2_halt((xmlParserCtxtPtr)context, clibxml2_stop_declaration);
}

static void clibxml2_declare_unparsed(
    void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id, const xmlChar *notation) {
  clibxml2_halt((xmlParserCtxtPtr)context, clibxml2_stop_declaration);
}

static void clibxml2_declare_notation(
    void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  clibxml2_halt((xmlParserCtxtPtr)context, clibxml2_stop_declaration);
}

static void clibxml2_declare_element(void *context, const xmlChar *name, int type, xmlElementContentPtr content) {
  clibxml2_halt((xmlParserCtxtPtr)context, clibxml2_stop_declaration);
}

// The handler owns the list of values.
static void clibxml2_declare_attribute(
    void *context, const xmlChar *element, const xmlChar *name, int type, int kind, const xmlChar *value,
    xmlEnumerationPtr values) {
  xmlFreeEnumeration(values);
  clibxml2_halt((xmlParserCtxtPtr)context, clibxml2_stop_declaration);
}

static void clibxml2_note_fatal(void *context, const xmlError *error) {
  struct clibxml2_reading *reading = (struct clibxml2_reading *)((xmlParserCtxtPtr)context)->_private;
  if (error != NULL && error->level == XML_ERR_FATAL) clibxml2_note(&reading->report, error);
}

static inline xmlParserCtxtPtr clibxml2_watch(xmlParserCtxtPtr parser, struct clibxml2_reading *reading) {
  parser->_private = reading;
  reading->parser = parser;
  parser->sax->characters = clibxml2_characters;
  parser->sax->cdataBlock = clibxml2_cdata;
  parser->sax->comment = clibxml2_comment;
  parser->sax->processingInstruction = clibxml2_instruction;
  return parser;
}

// Takes the tree from a parser that is done, and NULL where it was stopped or found the document not well-formed.
static inline xmlDocPtr clibxml2_finish(xmlParserCtxtPtr parser, xmlDocPtr document) {
  struct clibxml2_reading *reading = (struct clibxml2_reading *)parser->_private;
  if (reading->stop != clibxml2_stop_none && document != NULL) {
    xmlFreeDoc(document);
    document = NULL;
  }
  xmlFreeParserCtxt(parser);
  return document;
}

/// Reads valid UTF-8 as HTML; NULL where the memory ends or `reading->stop` says why not.
static inline xmlDocPtr clibxml2_read_html(struct clibxml2_reading *reading) {
  xmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (parser == NULL) return NULL;
  clibxml2_watch(parser, reading);
  reading->whole_characters = 1;
  parser->sax->startElement = clibxml2_start_html;
  parser->options |= XML_PARSE_HUGE;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
      | HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD;
  struct clibxml2_hush before = clibxml2_hush_begin(NULL);
  xmlDocPtr document = htmlCtxtReadIO(parser, clibxml2_read, NULL, reading, NULL, "UTF-8", options);
  clibxml2_hush_end(before);
  return clibxml2_finish(parser, document);
}

/// Reads XML; NULL where `reading->stop` or `reading->report` say why not, or the memory ends. Text that was converted to
/// UTF-8 is read as such whatever it declares.
static inline xmlDocPtr clibxml2_read_xml(struct clibxml2_reading *reading) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == NULL) return NULL;
  clibxml2_watch(parser, reading);
  parser->sax->startElementNs = clibxml2_start_xml;
  parser->sax->ignorableWhitespace = clibxml2_characters;
  parser->sax->reference = clibxml2_reference;
  parser->sax->entityDecl = clibxml2_declare_entity;
  parser->sax->unparsedEntityDecl = clibxml2_declare_unparsed;
  parser->sax->notationDecl = clibxml2_declare_notation;
  parser->sax->elementDecl = clibxml2_declare_element;
  parser->sax->attributeDecl = clibxml2_declare_attribute;
  parser->sax->serror = (xmlStructuredErrorFunc)clibxml2_note_fatal;
  int options = XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_HUGE;
  if (reading->is_utf8) options |= XML_PARSE_IGNORE_ENC;
  struct clibxml2_hush before = clibxml2_hush_begin(NULL);
  xmlDocPtr document = xmlCtxtReadIO(
      parser, clibxml2_read, NULL, reading, NULL, reading->is_utf8 ? "UTF-8" : NULL, options);
  clibxml2_hush_end(before);
  return clibxml2_finish(parser, document);
}

/// Compiles an expression; NULL and a report where it is broken.
static inline xmlXPathCompExprPtr clibxml2_compile(
    xmlXPathContextPtr context, const char *expression, struct clibxml2_report *report) {
  struct clibxml2_hush before = clibxml2_hush_begin(report);
  xmlXPathCompExprPtr compiled = xmlXPathCtxtCompile(context, (const xmlChar *)expression);
  clibxml2_hush_end(before);
  return compiled;
}

/// Evaluates an expression as seen from a node; NULL and a report where it cannot be.
static inline xmlXPathObjectPtr clibxml2_evaluate(
    xmlXPathContextPtr context, xmlXPathCompExprPtr compiled, xmlNodePtr node, struct clibxml2_report *report) {
  struct clibxml2_hush before = clibxml2_hush_begin(report);
  context->node = node;
  xmlXPathObjectPtr result = xmlXPathCompiledEval(compiled, context);
  clibxml2_hush_end(before);
  return result;
}

#endif
