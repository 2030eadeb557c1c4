// Runs a command once and prints its wall time in milliseconds and its peak memory in kilobytes.
//
// A process of its own, because the kernel counts the memory of the one that starts a program into the program's peak: a
// small starter keeps the figure honest.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc < 2) return 64;
  struct timespec before, after;
  clock_gettime(CLOCK_MONOTONIC, &before);
  pid_t child = fork();
  if (child < 0) return 71;
  if (child == 0) {
    int null = open("/dev/null", O_WRONLY);
    dup2(null, 1);
    execv(argv[1], argv + 1);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return 71;
  clock_gettime(CLOCK_MONOTONIC, &after);
  double wall = (after.tv_sec - before.tv_sec) * 1e3 + (after.tv_nsec - before.tv_nsec) / 1e6;
  printf("%.3f %ld\n", wall, usage.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
