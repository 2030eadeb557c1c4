#ifndef CGAZETTEER_H
#define CGAZETTEER_H

#include <stddef.h>

/// The table of towns, in the program's read-only data: the system loads only the pages that are read.
const void *_Nonnull weatherterm_gazetteer(void);

/// How many bytes the table has.
size_t weatherterm_gazetteer_size(void);

#endif
