import Foundation

private typealias RenameAt2 =
  @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

/// Swaps two folders in one step of the file system, so that nobody ever sees neither or half of one.
///
/// Returns false where the file system or the C library can't (the caller then renames twice).
func exchange(_ a: String, _ b: String) throws -> Bool {
  // glibc's header shows this function only to C with _GNU_SOURCE, so it is looked up by name.
  guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "renameat2") else { return false }
  let rename = unsafeBitCast(symbol, to: RenameAt2.self)
  let exchangeFlag: UInt32 = 2
  if rename(AT_FDCWD, a, AT_FDCWD, b, exchangeFlag) == 0 { return true }
  let code = errno
  if code == EINVAL || code == ENOSYS || code == EOPNOTSUPP { return false }
  throw EnvironmentFailure.system(code, .exchange, b)
}
