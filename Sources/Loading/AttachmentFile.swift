import Attaching
import Diagnostics
import Disk
import Foundation
import Texts

/// A file beside a text that its page lets readers take along: what of it may not be published, and what its author may not
/// know that it says. It is published as it is, since a signature in it would break.
/// - Parameter size: in bytes, as the disk says.
func attachmentMistakes(
  _ file: borrowing Descriptor, _ kind: AttachmentKind, size: Int, _ path: String
) throws -> [Diagnostic] {
  guard size <= mostAttachment else {
    return [.attachmentTooLarge(path, size: size, limit: mostAttachment)]
  }
  let number = file.number
  let look = try lookInto(kind, size: size, decoded: plainBytes) { range in
    try filledBytes(range.count, path: path) { room, most, done in
      pread(number, room, most, off_t(range.lowerBound + done))
    }
  }
  if let other = look.other { return [.isNot(kind, but: other, path)] }
  if kind == .txt { return try numbersInText(file, size: size, path) }
  var mistakes: [Diagnostic] = []
  if look.holdsNumbers { mistakes.append(.personalIdentifier(inAttachment: path)) }
  if look.details.isPersonal { mistakes.append(.told(look.details, by: path)) }
  if let reason = look.unread { mistakes.append(.unread(reason, kind, path)) }
  return mistakes
}

/// Bytes of the largest attachment: an archive and the preview hold one in memory.
private let mostAttachment = 256 << 20

/// Texts are looked through whole, so they are as short as all that is read.
private func numbersInText(_ file: borrowing Descriptor, size: Int, _ path: String) throws -> [Diagnostic] {
  let limit = 4 << 20
  guard size <= limit else { return [.attachmentTooLarge(path, size: size, limit: limit)] }
  let raw = try file.read(upTo: size)
  // No text has such bytes, in no encoding that is read.
  if withoutUTF16(raw).contains(0) { return [.isNot(.txt, but: .unknown, path)] }
  let bytes = plainBytes(raw)
  let found = personalNumbers(in: bytes, as: .prose, limit: 1).found
  return found.map { number in
    let line = bytes[..<number.range.lowerBound].count { $0 == 0x0A } + 1
    return .personalIdentifier(inAttachment: path, line: line)
  }
}

/// A text that somebody saved, whatever program it was, as UTF-8.
private func plainBytes(_ raw: [UInt8]) -> [UInt8] { decode(withoutUTF16(raw), allowsGB18030: true).bytes }
