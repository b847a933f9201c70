/// Starts a program that the kernel kills as soon as the calling thread ends, however it ends: Swift may not fork, and
/// posix_spawn knows no such bond (PR_SET_PDEATHSIG, which survives exec).
///
/// It leads a process group of its own, so that what it starts can be ended with it, and no process of it fills more than
/// `memory` bytes. Its standard input is empty; whatever it says, to either stream, is read from `*said`, which the caller
/// closes. Returns its process id, or the negated errno.
int start_bound_program(
  const char *path, char *const arguments[], char *const environment[], unsigned long memory, int *said);
