#include "queue.h"

#include <pthread.h>
#include <stdlib.h>

enum { SIZE = 128 };
static Report reports[SIZE], *empty[SIZE], *filled[SIZE];
static int empty_count, filled_count, first_filled, is_done;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t has_empty = PTHREAD_COND_INITIALIZER, has_filled = PTHREAD_COND_INITIALIZER;
static pthread_t thread;

static void *work(void *store) {
  pthread_mutex_lock(&lock);
  for (;;) {
    while (!filled_count && !is_done) pthread_cond_wait(&has_filled, &lock);
    if (!filled_count) break;
    Report *report = filled[first_filled];
    first_filled = (first_filled + 1) % SIZE;
    filled_count--;
    pthread_mutex_unlock(&lock);
    (*(void (**)(const Report *))store)(report);
    pthread_mutex_lock(&lock);
    empty[empty_count++] = report;
    pthread_cond_signal(&has_empty);
  }
  pthread_mutex_unlock(&lock);
  return NULL;
}

void queue_start(void (*store)(const Report *report)) {
  static void (*kept)(const Report *report);
  kept = store;
  while (empty_count < SIZE) empty[empty_count] = &reports[empty_count], empty_count++;
  if (pthread_create(&thread, NULL, work, &kept)) abort();
}

Report *queue_empty(void) {
  pthread_mutex_lock(&lock);
  while (!empty_count) pthread_cond_wait(&has_empty, &lock);
  Report *report = empty[--empty_count];
  pthread_mutex_unlock(&lock);
  return report;
}

void queue_filled(Report *report) {
  pthread_mutex_lock(&lock);
  filled[(first_filled + filled_count++) % SIZE] = report;
  pthread_cond_signal(&has_filled);
  pthread_mutex_unlock(&lock);
}

void queue_finish(void) {
  pthread_mutex_lock(&lock);
  is_done = 1;
  pthread_cond_signal(&has_filled);
  pthread_mutex_unlock(&lock);
  pthread_join(thread, NULL);
}
