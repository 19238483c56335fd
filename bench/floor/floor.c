// The least that an import of a Maildir can cost: the same work with nothing around it.
//
//   floor read|inflate|extract|store [-d DATABASE] [-w] [-p] MAILDIR
//
// Each stage does what those before it do, and more. -w stores on a thread of its own; -p gives XML
// to the parser in pieces, so that memory does not grow with a report.
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libxml/parser.h>

#include "elements.h"
#include "mail.h"
#include "payload.h"
#include "queue.h"
#include "report.h"
#include "store.h"

typedef enum { READ, INFLATE, EXTRACT, STORE } Stage;
static Stage stage;
static int has_writer, in_pieces;
static Buffer mail, decoded, unpacked;
static Report own;
static uint64_t mails, found, records, refused;

static void finish(Report *report, int is_whole) {
  found += is_whole;
  refused += !is_whole;
  records += report->record_count;
  if (stage == STORE && has_writer) {
    // A report that was refused goes back through the queue too: it is empty then.
    if (!is_whole) report_clear(report);
    return queue_filled(report);
  }
  if (stage == STORE && is_whole) store_add(report);
}

static int feed(void *parsing, const char *bytes, size_t count) {
  return parsing_feed(parsing, bytes, count);
}

static void read_in_pieces(const Payload *payload) {
  Report *report = stage == STORE && has_writer ? queue_empty() : &own;
  Parsing *parsing = parsing_begin(report);
  int is_unpacked = payload_pieces(payload, feed, parsing);
  finish(report, parsing_end(parsing) && is_unpacked);
}

static void take(void *context, const unsigned char *bytes, size_t count) {
  Payload payload;
  if (!payload_open(&payload, bytes, count)) return;
  if (stage == READ) {
    found++;
    return;
  }
  if (in_pieces && stage >= EXTRACT) return read_in_pieces(&payload);
  const char *xml = payload_whole(&payload, &unpacked, &count);
  if (!xml || stage == INFLATE) {
    found += xml != NULL;
    refused += xml == NULL;
    return;
  }
  Report *report = stage == STORE && has_writer ? queue_empty() : &own;
  finish(report, report_parse(report, xml, count));
}

static void read_mail(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status)) return perror(path);
  mail.count = 0;
  buffer_reserve(&mail, status.st_size + 1);
  for (ssize_t step = 1; step > 0 && mail.count < (size_t)status.st_size; mail.count += step) {
    step = read(file, mail.bytes + mail.count, status.st_size - mail.count);
    if (step < 0) perror(path), step = 0;
  }
  close(file);
  mails++;
  mail_parts(mail.bytes, mail.count, &decoded, take, NULL);
}

static void read_folder(const char *maildir, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", maildir, name);
  DIR *folder = opendir(path);
  if (!folder) return perror(path);
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s/%s", maildir, name, entry->d_name);
    read_mail(path);
  }
  closedir(folder);
}

static void store(const Report *report) {
  if (report->is_whole) store_add(report);
}

static int usage(void) {
  fputs("usage: floor read|inflate|extract|store [-d DATABASE] [-w] [-p] MAILDIR\n", stderr);
  return 64;
}

int main(int count, char **arguments) {
  static const char *const stages[] = {"read", "inflate", "extract", "store"};
  const char *database = NULL;
  while (count > 1 && stage <= STORE && strcmp(arguments[1], stages[stage])) stage++;
  if (count < 3 || stage > STORE) return usage();
  optind = 2;
  for (int option; (option = getopt(count, arguments, "d:wp")) != -1;) {
    if (option == 'd') database = optarg;
    else if (option == 'w') has_writer = 1;
    else if (option == 'p') in_pieces = 1;
    else return usage();
  }
  if (optind != count - 1 || (stage == STORE && !database)) return usage();

  elements_prepare();
  mail_prepare();
  xmlInitParser();
  if (stage == STORE) store_open(database);
  if (stage == STORE && has_writer) queue_start(store);
  read_folder(arguments[optind], "new");
  read_folder(arguments[optind], "cur");
  if (stage == STORE && has_writer) queue_finish();
  if (stage == STORE) store_close();
  printf("{\"mails\":%lu,\"reports\":%lu,\"records\":%lu,\"refused\":%lu,\"stored\":%lu}\n", mails,
         found, records, refused, stored_reports);
  return 0;
}
