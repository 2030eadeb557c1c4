#include "CGazetteer.h"

// Clang takes #embed in every C mode; it costs neither compile time nor memory, other than a list of numbers.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char table[] __attribute__((aligned(16))) = {
#embed "gazetteer.bin"
};

const void *weatherterm_gazetteer(void) { return table; }

size_t weatherterm_gazetteer_size(void) { return sizeof table; }
