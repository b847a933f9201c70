#define _GNU_SOURCE
#include "CProgram.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Between fork and exec only what is safe there: another thread may have held any lock.
static int become(
  const char *path, char *const arguments[], char *const environment[], unsigned long memory, pid_t parent, int output) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
  // The parent may have gone before the bond was made.
  if (getppid() != parent) return ESRCH;
  if (setpgid(0, 0) != 0) return errno;
  // What is filled, not what is reserved: a browser reserves more than any machine has.
  struct rlimit limit = {memory, memory};
  if (setrlimit(RLIMIT_DATA, &limit) != 0) return errno;
  int nothing = open("/dev/null", O_RDONLY);
  if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0) return errno;
  // Threads that share work block signals; a program begins with none blocked.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
  // A file that was just written may still be open for writing: in a child of another thread that hasn't become its program
  // yet, or with who installs it.
  const struct timespec moment = {0, 25000000};
  for (int tries = 0; tries < 40; tries++) {
    execve(path, arguments, environment);
    if (errno != ETXTBSY) return errno;
    nanosleep(&moment, 0);
  }
  return ETXTBSY;
}

int start_bound_program(
  const char *path, char *const arguments[], char *const environment[], unsigned long memory, int *said) {
  int output[2], failure[2];
  if (pipe2(output, O_CLOEXEC) != 0) return -errno;
  if (pipe2(failure, O_CLOEXEC) != 0) {
    int code = errno;
    close(output[0]);
    close(output[1]);
    return -code;
  }
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    int code = become(path, arguments, environment, memory, parent, output[1]);
    ssize_t written = write(failure[1], &code, sizeof code);
    _exit(written == sizeof code ? 126 : 127);
  }
  int code = child < 0 ? errno : 0;
  close(output[1]);
  close(failure[1]);
  if (child > 0) {
    // Ends without a word when exec succeeds and closes the other end.
    ssize_t got;
    while ((got = read(failure[0], &code, sizeof code)) < 0 && errno == EINTR) {}
    if (got != sizeof code) code = 0;
    if (code != 0) {
      while (waitpid(child, 0, 0) < 0 && errno == EINTR) {}
    }
  }
  close(failure[0]);
  if (code == 0) {
    *said = output[0];
    return child;
  }
  close(output[0]);
  return -code;
}
