/// The commit the program was built from, as `DMARC_REPORT_COMMIT` named it; empty otherwise.
const char *dmarc_report_commit(void);
