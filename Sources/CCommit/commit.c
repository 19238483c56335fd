#include "commit.h"

const char *dmarc_report_commit(void) { return COMMIT; }
