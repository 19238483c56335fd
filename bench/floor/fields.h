// The last item of a kind, and what an element says of it.
#pragma once
#include "report.h"

#define LAST(report, items, item) (&(report)->items[(report)->item##_count - 1])

// Takes the text of an element within another; both are numbers of elements.h.
void report_take(Report *report, int parent, int element, const char *text, unsigned count);
