import CExpat

/// bytes → what stands in an XML document, each thing with its place; libexpat is touched in this file only.
///
/// The document is UTF-8, whatever it says of itself, and has no document type: nothing is expanded, nothing fetched.
/// - Parameter take: is handed each item; `false` ends the reading.
/// - Returns: why the document couldn't be read to its end; `nil` also where `take` ended it.
package func readXML(_ bytes: [UInt8], _ take: (XMLItem, XMLPlace) -> Bool) -> XMLFailure? {
  guard String(validating: bytes, as: UTF8.self) != nil, bytes.count < Int(Int32.max) else {
    return XMLFailure(reason: .notUTF8, line: 1, column: 1)
  }
  guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(bitPattern: separator)) else {
    preconditionFailure("libexpat gave no parser")
  }
  defer { XML_ParserFree(parser) }
  return withoutActuallyEscaping(take) { take in
    let session = Session(parser: parser, take: take)
    return withExtendedLifetime(session) { session.read(bytes) }
  }
}

/// Stands between a namespace and a name; no document can hold it.
private let separator: UInt8 = 1

/// What the parser's calls, which know no Swift, lead back to.
private final class Session {
  let parser: XML_Parser
  private let take: (XMLItem, XMLPlace) -> Bool
  private var hasDocumentType = false

  init(parser: XML_Parser, take: @escaping (XMLItem, XMLPlace) -> Bool) {
    self.parser = parser
    self.take = take
  }

  func read(_ bytes: [UInt8]) -> XMLFailure? {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetXmlDeclHandler(parser) { data, _, encoding, _ in
      session(data).give(.declaration(encoding: encoding.map { String(cString: $0) }))
    }
    XML_SetElementHandler(
      parser, { data, name, attributes in session(data).open(name, attributes) },
      { data, name in session(data).give(.close(xmlName(name))) })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      let text = UnsafeBufferPointer(start: text, count: Int(count))
      session(data).give(.text(String(decoding: text.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)))
    }
    XML_SetCommentHandler(parser) { data, _ in session(data).give(.comment) }
    XML_SetProcessingInstructionHandler(parser) { data, target, _ in
      session(data).give(.instruction(target: target.map { String(cString: $0) } ?? ""))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in session(data).refuseDocumentType() }
    let status = bytes.withUnsafeBytes {
      XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), 1)
    }
    if hasDocumentType { return failure(.documentType) }
    guard status != XML_STATUS_OK else { return nil }
    switch XML_GetErrorCode(parser) {
    case XML_ERROR_ABORTED: return nil
    case XML_ERROR_UNBOUND_PREFIX: return failure(.undeclaredPrefix)
    case XML_ERROR_TAG_MISMATCH: return failure(.mismatchedTag)
    default: return failure(.notWellFormed)
    }
  }

  func give(_ item: XMLItem) {
    let start = Int(XML_GetCurrentByteIndex(parser))
    let place = XMLPlace(
      line: line, column: column, bytes: start..<(start + Int(XML_GetCurrentByteCount(parser))))
    if !take(item, place) { XML_StopParser(parser, XML_Bool(0)) }
  }

  func open(_ name: UnsafePointer<XML_Char>?, _ given: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    var attributes: [XMLAttribute] = []
    var next = given
    while let pair = next, let name = pair[0], let value = pair[1] {
      attributes.append(XMLAttribute(name: xmlName(name), value: String(cString: value)))
      next = pair.advanced(by: 2)
    }
    give(.open(xmlName(name), attributes))
  }

  func refuseDocumentType() {
    hasDocumentType = true
    XML_StopParser(parser, XML_Bool(0))
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }
  private var column: Int { Int(XML_GetCurrentColumnNumber(parser)) + 1 }

  private func failure(_ reason: XMLFailure.Reason) -> XMLFailure {
    XMLFailure(reason: reason, line: line, column: column)
  }
}

private func session(_ data: UnsafeMutableRawPointer?) -> Session {
  guard let data else { preconditionFailure("libexpat lost its user's data") }
  return Unmanaged<Session>.fromOpaque(data).takeUnretainedValue()
}

private func xmlName(_ name: UnsafePointer<XML_Char>?) -> XMLName {
  let parts = name.map { String(cString: $0) }?.utf8.split(separator: separator, maxSplits: 1) ?? []
  return XMLName(
    space: parts.count == 2 ? String(Substring(parts[0])) : "", local: parts.last.map { String(Substring($0)) } ?? "")
}
