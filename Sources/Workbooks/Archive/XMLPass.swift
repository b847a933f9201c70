import CExpat

/// One pass over a part: pieces of bytes in, a reader's calls out; libexpat is touched in this file only.
///
/// Without namespaces: a part's element is known by where it stands and by its name behind the prefix, so that strict,
/// transitional and prefixed spellings are one.
final class XMLPass {
  private static let piece = 1 << 16

  private let part: String
  private let parser: XML_Parser
  private let reader: PartReader
  private let limits: WorkbookLimits
  /// Bytes fed since anything came of them.
  private var silent = 0
  private var last: [UInt8] = []
  var elements: Int { reader.elements }

  init(part: String, reader: PartReader, limits: WorkbookLimits) {
    guard let parser = XML_ParserCreate(nil) else { preconditionFailure("libexpat gave no parser") }
    self.part = part
    self.parser = parser
    self.reader = reader
    self.limits = limits
    reader.begin(limits) { XML_StopParser(parser, XML_Bool(0)) }
    XML_SetUserData(parser, Unmanaged.passUnretained(reader).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name, let attributes else { return }
        Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef {
          $0.opened(LocalName(name), XMLAttributes(first: attributes))
        }
      },
      { data, _ in
        guard let data else { return }
        Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.closed() }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data, let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef {
          $0.stretch(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data else { return }
      Unmanaged<PartReader>.fromOpaque(data)._withUnsafeGuaranteedRef { $0.refuse(.documentType(part: "")) }
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Has somebody put a piece into the parser's own memory; gives back how much that was.
  func fill(_ read: (UnsafeMutableRawPointer, Int) -> Int64) throws(WorkbookRefusal) -> Int {
    guard let buffer = XML_GetBuffer(parser, Int32(Self.piece)) else { throw WorkbookRefusal(.tooLarge(.tag)) }
    return Int(read(buffer, Self.piece))
  }

  /// - Parameter count: of the piece that was put there; 0 at the end.
  func parse(_ count: Int) throws(WorkbookRefusal) {
    let before = reader.calls
    let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
    if let refusal = reader.refusal { throw located(refusal) }
    guard status == XML_STATUS_OK else { throw failure() }
    silent = reader.calls == before ? silent + count : 0
    if silent > limits.tagBytes { throw WorkbookRefusal(.tooLarge(.tag)) }
  }

  private func located(_ refusal: WorkbookRefusal) -> WorkbookRefusal {
    guard case .documentType = refusal.reason else { return refusal }
    return WorkbookRefusal(.documentType(part: part))
  }

  private func failure() -> WorkbookRefusal {
    let line = Int(XML_GetCurrentLineNumber(parser))
    switch XML_GetErrorCode(parser) {
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING:
      return WorkbookRefusal(.unknownEncoding(part: part))
    case XML_ERROR_PARTIAL_CHAR: return WorkbookRefusal(.notUTF8(part: part, line: line))
    case XML_ERROR_INVALID_TOKEN where isWideAtFault: return WorkbookRefusal(.notUTF8(part: part, line: line))
    case XML_ERROR_NO_MEMORY: return WorkbookRefusal(.tooLarge(.tag))
    default: return WorkbookRefusal(.brokenXML(part: part, line: line))
    }
  }

  /// Whether the byte at fault is no ASCII: then it is the encoding that is wrong.
  private var isWideAtFault: Bool {
    var (offset, size): (Int32, Int32) = (0, 0)
    guard let text = XML_GetInputContext(parser, &offset, &size), offset >= 0, offset < size else { return false }
    return UInt8(bitPattern: text[Int(offset)]) >= 0x80
      || (offset + 1 < size && UInt8(bitPattern: text[Int(offset) + 1]) >= 0x80)
  }
}
