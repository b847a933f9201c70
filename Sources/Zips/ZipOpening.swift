package import CZip

/// Opens the zip that a source holds, from any thread; every zip is opened here.
///
/// libzip before 1.9 asks itself once per process, when it opens the first zip, what a source has to be able to do, and
/// notes the two answers one after the other without a lock: who opens a zip in between reads half of them and is told that
/// a zip can't be written (its issue 289). So the first one is opened before any other.
/// - Returns: the archive, which owns `source` then; `nil` with `error`, and `source` is still the caller's.
package func openZip(_ source: OpaquePointer, _ flags: Int32, _ error: inout zip_error_t) -> OpaquePointer? {
  _ = hasOpenedOne
  return zip_open_from_source(source, flags, &error)
}

/// Worked out by one thread, while all others wait.
private let hasOpenedOne: Bool = {
  var error = zip_error_t()
  guard let empty = zip_source_buffer_create(nil, 0, 0, &error) else { return false }
  guard let archive = zip_open_from_source(empty, ZIP_TRUNCATE, &error) else {
    zip_source_free(empty)
    return false
  }
  zip_discard(archive)
  return true
}()
