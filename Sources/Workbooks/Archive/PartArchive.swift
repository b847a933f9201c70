import Addressing
import CZip
import Zips

/// The parts of a workbook, read from memory; libzip is touched in this file and in `Zips` only.
final class PartArchive {
  private let archive: OpaquePointer
  private let meter: WorkMeter
  /// Under names without case, since Office compares them so.
  private var indices: [String: UInt64] = [:]
  private let foldsCase: Bool
  private(set) var names: [String] = []

  /// - Parameters:
  ///   - bytes: have to outlive the archive.
  ///   - foldsCase: `false` for a zip of anything, where `A.txt` may stand beside `a.txt`.
  init(_ bytes: UnsafeRawBufferPointer, meter: WorkMeter, foldsCase: Bool = true) throws(WorkbookRefusal) {
    guard let (range, entries) = zipBounds(bytes) else { throw WorkbookRefusal(.damagedArchive) }
    guard entries <= UInt64(meter.limits.entries) else { throw WorkbookRefusal(.tooLarge(.entries)) }
    var error = zip_error_t()
    let zip = UnsafeRawBufferPointer(rebasing: bytes[range])
    guard let source = zip_source_buffer_create(zip.baseAddress, UInt64(zip.count), 0, &error) else {
      throw WorkbookRefusal(.damagedArchive)
    }
    guard let opened = openZip(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw WorkbookRefusal(.damagedArchive)
    }
    archive = opened
    self.meter = meter
    self.foldsCase = foldsCase
    let count = zip_get_num_entries(archive, 0)
    for index in 0..<UInt64(max(0, count)) {
      guard let name = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { continue }
      // Windows in China writes GBK: what isn't UTF-8 is told apart by its bytes.
      let text = compared(String(validatingCString: name) ?? latin(name))
      names.append(text)
      // Two of one name could be read as two different workbooks.
      guard indices.updateValue(index, forKey: text) == nil else { throw WorkbookRefusal(.twice(text)) }
    }
  }

  deinit { zip_discard(archive) }

  func has(_ part: String) -> Bool { index(of: part) != nil }

  /// A name that isn't ASCII is written with percent signs, or as it is.
  private func index(of part: String) -> UInt64? {
    indices[compared(part)] ?? indices[compared(String(decoding: percentDecoded(part.utf8), as: UTF8.self))]
  }

  private func compared(_ name: String) -> String { foldsCase ? comparedName(name) : name }

  /// Feeds a part to a reader, by pieces, to its end.
  func read(_ part: String, with reader: PartReader) throws(WorkbookRefusal) {
    let pass = XMLPass(part: part, reader: reader, limits: meter.limits)
    defer { meter.work.elements += pass.elements }
    try inflate(part) { (file, measured) throws(WorkbookRefusal) in
      let count = try pass.fill { zip_fread(file, $0, UInt64($1)) }
      try measured(count)
      try pass.parse(count)
      return count
    }
  }

  /// A part as it is, to its end.
  func contents(of part: String) throws(WorkbookRefusal) -> [UInt8] {
    var contents: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    try inflate(part) { (file, measured) throws(WorkbookRefusal) in
      let count = Int(piece.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) })
      try measured(count)
      contents += piece[..<count]
      return count
    }
    return contents
  }

  /// Opens a part and has pieces of it taken until there is none, within the limits.
  /// - Parameter take: takes a piece, has its size measured before it is used, and says it; 0 ends the part.
  private func inflate(
    _ part: String,
    _ take: (OpaquePointer, _ measured: (Int) throws(WorkbookRefusal) -> Void) throws(WorkbookRefusal) -> Int
  ) throws(WorkbookRefusal) {
    guard let index = index(of: part) else { throw WorkbookRefusal(.missingPart(part)) }
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw WorkbookRefusal(.damagedPart(part)) }
    guard status.encryption_method == ZIP_EM_NONE else { throw WorkbookRefusal(.encrypted) }
    guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(status.comp_method)) else {
      throw WorkbookRefusal(.damagedPart(part))
    }
    guard status.size <= UInt64(meter.limits.inflatedBytes - meter.work.inflatedBytes) else {
      throw WorkbookRefusal(.tooLarge(.inflated))
    }
    guard let file = zip_fopen_index(archive, index, 0) else { throw WorkbookRefusal(.damagedPart(part)) }
    defer { zip_fclose(file) }
    var inflated = 0
    let measured = { [meter] (count: Int) throws(WorkbookRefusal) in
      guard count >= 0 else { throw WorkbookRefusal(.damagedPart(part)) }
      inflated += count
      try meter.inflate(count)
      if inflated > meter.limits.ratioFrom, inflated / meter.limits.ratio > Int(status.comp_size) {
        throw WorkbookRefusal(.tooLarge(.ratio))
      }
    }
    while try take(file, measured) > 0 {}
  }
}

private func latin(_ name: UnsafePointer<CChar>) -> String {
  var (text, at) = (String.UnicodeScalarView(), name)
  while at.pointee != 0 {
    text.append(Unicode.Scalar(UInt8(bitPattern: at.pointee)))
    at += 1
  }
  return String(text)
}

/// A name as parts are compared: without case, with `/`, from the root.
func comparedName(_ name: String) -> String {
  let bytes = name.utf8.map { byte in
    byte == UInt8(ascii: "\\") ? UInt8(ascii: "/") : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
  return String(decoding: bytes.first == UInt8(ascii: "/") ? bytes[1...] : bytes[...], as: UTF8.self)
}
