#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "library.h"

/* Not exported, so that the libraries cannot call these functions instead of their own. */
#pragma GCC visibility push(hidden)

#define FUNCTIONS(F)                                                                                            \
  F(const char **, __xmlParserVersion, (void), ())                                                              \
  F(void, xmlInitParser, (void), ())                                                                            \
  F(int, xmlMemGet, (xmlFreeFunc *release, xmlMallocFunc *get, xmlReallocFunc *resize, xmlStrdupFunc *copy),    \
    (release, get, resize, copy))                                                                               \
  F(int, xmlStrEqual, (const xmlChar *one, const xmlChar *other), (one, other))                                 \
  F(int, xmlStrQEqual, (const xmlChar *prefix, const xmlChar *name, const xmlChar *text), (prefix, name, text)) \
  F(void, xmlSetGenericErrorFunc, (void *context, xmlGenericErrorFunc handler), (context, handler))             \
  F(void, xmlSetStructuredErrorFunc, (void *context, xmlStructuredErrorFunc handler), (context, handler))       \
  F(xmlGenericErrorFunc *, __xmlGenericError, (void), ())                                                       \
  F(void **, __xmlGenericErrorContext, (void), ())                                                              \
  F(xmlStructuredErrorFunc *, __xmlStructuredError, (void), ())                                                 \
  F(void **, __xmlStructuredErrorContext, (void), ())                                                           \
  F(htmlParserCtxtPtr, htmlNewParserCtxt, (void), ())                                                           \
  F(htmlDocPtr, htmlCtxtReadIO,                                                                                 \
    (htmlParserCtxtPtr parser, xmlInputReadCallback read, xmlInputCloseCallback close, void *context,           \
     const char *url, const char *encoding, int options),                                                       \
    (parser, read, close, context, url, encoding, options))                                                     \
  F(xmlParserCtxtPtr, xmlNewParserCtxt, (void), ())                                                             \
  F(xmlDocPtr, xmlCtxtReadIO,                                                                                   \
    (xmlParserCtxtPtr parser, xmlInputReadCallback read, xmlInputCloseCallback close, void *context,            \
     const char *url, const char *encoding, int options),                                                       \
    (parser, read, close, context, url, encoding, options))                                                     \
  F(void, xmlStopParser, (xmlParserCtxtPtr parser), (parser))                                                   \
  F(void, xmlFreeParserCtxt, (xmlParserCtxtPtr parser), (parser))                                               \
  F(void, xmlFreeEnumeration, (xmlEnumerationPtr values), (values))                                             \
  F(void, xmlSAX2StartElement, (void *context, const xmlChar *name, const xmlChar **attributes),                \
    (context, name, attributes))                                                                                \
  F(void, xmlSAX2StartElementNs,                                                                                \
    (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,        \
     const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes),         \
    (context, name, prefix, uri, namespace_count, namespaces, attribute_count, defaulted_count, attributes))    \
  F(void, xmlSAX2Characters, (void *context, const xmlChar *text, int size), (context, text, size))             \
  F(void, xmlSAX2CDataBlock, (void *context, const xmlChar *text, int size), (context, text, size))             \
  F(void, xmlSAX2Comment, (void *context, const xmlChar *text), (context, text))                                \
  F(void, xmlSAX2ProcessingInstruction, (void *context, const xmlChar *target, const xmlChar *text),            \
    (context, target, text))                                                                                    \
  F(void, xmlFreeDoc, (xmlDocPtr document), (document))                                                         \
  F(xmlNodePtr, xmlDocGetRootElement, (const xmlDoc *document), (document))                                     \
  F(xmlChar *, xmlNodeListGetString, (xmlDocPtr document, const xmlNode *list, int in_line), (document, list, in_line)) \
  F(xmlXPathContextPtr, xmlXPathNewContext, (xmlDocPtr document), (document))                                   \
  F(void, xmlXPathFreeContext, (xmlXPathContextPtr context), (context))                                         \
  F(int, xmlXPathRegisterNs, (xmlXPathContextPtr context, const xmlChar *prefix, const xmlChar *uri),           \
    (context, prefix, uri))                                                                                     \
  F(int, xmlXPathRegisterVariable, (xmlXPathContextPtr context, const xmlChar *name, xmlXPathObjectPtr value),  \
    (context, name, value))                                                                                     \
  F(xmlXPathCompExprPtr, xmlXPathCtxtCompile, (xmlXPathContextPtr context, const xmlChar *text), (context, text)) \
  F(void, xmlXPathFreeCompExpr, (xmlXPathCompExprPtr expression), (expression))                                 \
  F(xmlXPathObjectPtr, xmlXPathCompiledEval, (xmlXPathCompExprPtr expression, xmlXPathContextPtr context),      \
    (expression, context))                                                                                      \
  F(xmlXPathObjectPtr, xmlXPathNewCString, (const char *text), (text))                                          \
  F(void, xmlXPathFreeObject, (xmlXPathObjectPtr object), (object))                                             \
  F(int, xmlXPathCastToBoolean, (xmlXPathObjectPtr object), (object))                                           \
  F(xmlChar *, xmlXPathCastToString, (xmlXPathObjectPtr object), (object))                                      \
  F(int, xmlXPathCmpNodes, (xmlNodePtr one, xmlNodePtr other), (one, other))                                    \
  F(long, xmlXPathOrderDocElems, (xmlDocPtr document), (document))

#define VARIADIC(F)

/* The ABI changed in 2.14. */
#if LIBXML_VERSION >= 21400
LIBRARY("libxml2.so.16", "libxml2-16")
#else
LIBRARY("libxml2.so.2", "libxml2")
#endif
