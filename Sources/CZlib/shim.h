#ifndef WEATHERTERM_CZLIB_H
#define WEATHERTERM_CZLIB_H
#include <zlib.h>
#endif
