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
  throw notExchanged(code, b)
}

/// What something is mounted on, or what belongs to another file system, moves for nobody.
private func notExchanged(_ code: Int32, _ place: String) -> EnvironmentFailure {
  code == EBUSY || code == EXDEV ? EnvironmentFailure(.mountPoint(place)) : .system(code, .exchange, place)
}

/// What a folder's name ends in while it is put aside; a killed run may leave it so.
package let asideSuffix = "-old"

/// Gives a finished folder its place. What stood there is left under the finished one's name, to be removed.
/// - Throws: `EnvironmentFailure`; then what stood there stands.
package func putInPlace(_ finished: String, at place: String) throws {
  if try renameIfFree(finished, to: place) { return }
  if try exchange(finished, place) { return }
  // Two renames leave a moment without either, and a killed run could leave it so: only where there is no exchange.
  let aside = finished + asideSuffix
  guard rename(place, aside) == 0 else { throw notExchanged(errno, place) }
  guard rename(finished, place) == 0 else {
    let code = errno
    rename(aside, place)
    throw EnvironmentFailure.system(code, .exchange, place)
  }
  rename(aside, finished)
}

/// - Returns: false where something stands at `place`.
package func renameIfFree(_ path: String, to place: String) throws -> Bool {
  guard try kind(of: place, in: AT_FDCWD, path: place) == nil else { return false }
  guard rename(path, place) == 0 else { throw EnvironmentFailure.system(errno, .exchange, place) }
  return true
}
