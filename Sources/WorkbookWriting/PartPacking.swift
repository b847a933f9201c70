import CZip
import Zips

/// A part of a workbook under its name in the archive.
struct PartFile {
  let name: String
  let bytes: [UInt8]
}

/// The parts as one zip, in memory; libzip is touched in this file and in `Zips` only. Every time in it is 1 January 1980,
/// the first that a zip knows.
func packed(_ parts: [PartFile]) -> [UInt8] {
  var error = zip_error_t()
  guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
    preconditionFailure("no memory for a workbook")
  }
  defer { zip_source_free(target) }
  // The archive takes one of the two references.
  zip_source_keep(target)
  guard let archive = openZip(target, ZIP_TRUNCATE, &error) else {
    preconditionFailure("no memory for a workbook")
  }
  pack(parts[...], into: archive)
  return contents(of: target)
}

/// Adds the parts and closes the archive: it reads them only then, so each stays where it is until the last is in.
private func pack(_ parts: ArraySlice<PartFile>, into archive: OpaquePointer) {
  guard let part = parts.first else {
    precondition(zip_close(archive) == 0, "no memory for a workbook")
    return
  }
  part.bytes.withUnsafeBytes { bytes in
    guard let source = zip_source_buffer(archive, bytes.baseAddress, UInt64(bytes.count), 0) else {
      preconditionFailure("no memory for a workbook")
    }
    let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    precondition(index >= 0, "two parts called \(part.name)")
    zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 6)
    zip_file_set_dostime(archive, UInt64(index), 0, firstDate, 0)
    pack(parts.dropFirst(), into: archive)
  }
}

/// 1 January 1980 as DOS writes it.
private let firstDate: UInt16 = 0x0021

private func contents(of source: OpaquePointer) -> [UInt8] {
  var status = zip_stat_t()
  precondition(zip_source_open(source) == 0 && zip_source_stat(source, &status) == 0, "a workbook just written")
  defer { zip_source_close(source) }
  return [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
    count = Int(zip_source_read(source, buffer.baseAddress, status.size))
  }
}
