import Attaching
import Diagnostics
import Disk
import Foundation
import Texts
import Workbooks

/// A file beside a text that its page lets readers take along: what of it may not be published, and what its author may not
/// know that it says. It is published as it is, since a signature in it would break.
/// - Parameter size: in bytes, as the disk says.
func attachmentMistakes(
  _ file: borrowing Descriptor, _ kind: AttachmentKind, size: Int, _ path: String
) throws -> [Diagnostic] {
  guard size <= mostAttachment else {
    return [.attachmentTooLarge(path, size: size, limit: mostAttachment)]
  }
  if kind == .txt { return try numbersInText(file, size: size, path) }
  let number = file.number
  let look = try lookInto(kind, size: size) { range in
    try filledBytes(range.count, path: path) { room, most, done in
      pread(number, room, most, off_t(range.lowerBound + done))
    }
  }
  var mistakes: [Diagnostic] = []
  if look.holdsNumbers { mistakes.append(.personalIdentifier(inAttachment: path)) }
  if look.details.isPersonal { mistakes.append(.told(look.details, by: path)) }
  if let reason = look.unread { mistakes.append(.unread(reason, path)) }
  return mistakes
}

/// Bytes of the largest attachment: an archive and the preview hold one in memory.
private let mostAttachment = 256 << 20

/// Texts are looked through whole, so they are as short as all that is read.
private func numbersInText(_ file: borrowing Descriptor, size: Int, _ path: String) throws -> [Diagnostic] {
  let limit = 4 << 20
  guard size <= limit else { return [.attachmentTooLarge(path, size: size, limit: limit)] }
  let bytes = decode(try file.read(upTo: size), allowsGB18030: true).bytes
  let found = personalNumbers(in: bytes, as: .prose, limit: 1).found
  return found.map { number in
    let line = bytes[..<number.range.lowerBound].count { $0 == 0x0A } + 1
    return .personalIdentifier(inAttachment: path, line: line)
  }
}

extension Diagnostic {
  fileprivate static func attachmentTooLarge(_ path: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 有 \(size) 字节，超过附件的上限 \(limit >> 20) MiB",
        en: "\(path) has \(size) bytes, more than the \(limit >> 20) MiB of an attachment"),
      remedy: Bilingual(
        zh: "压缩它或分成几个；很长的视频放到别处，只写网址",
        en: "compress it or split it; put a long film elsewhere and link to its address"))
  }

  fileprivate static func personalIdentifier(inAttachment path: String, line: Int? = nil) -> Diagnostic {
    Diagnostic(
      .personalIdentifier, at: nil, path: path,
      message: Bilingual(
        zh: "附件\(line.map { "第 \($0) 行" } ?? "")里有身份证号码或手机号码",
        en:
          "the attachment holds the number of an identity card or telephone\(line.map { ", in line \($0)" } ?? "")"),
      remedy: Bilingual(
        zh: "在原文件里删去它，重新保存：网页和档案里不留个人号码",
        en: "remove it in the document and save it again: pages and archives keep no personal numbers"))
  }

  fileprivate static func told(_ details: AttachmentLook.Details, by path: String) -> Diagnostic {
    let found = [("作者", "author", details.author), ("地点", "place", details.place), ("日期", "day", details.made)]
      .filter { !$0.2.isEmpty }
    return Diagnostic(
      .attachmentDetails, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "这个附件的属性里写着" + found.map { "\($0.0)“\($0.2)”" }.joined(separator: "、"),
        en: "the properties of this attachment say: " + found.map { "\($0.1) “\($0.2)”" }.joined(separator: ", ")),
      remedy: Bilingual(
        zh: "不想公开就在原来的软件里删去属性，重新保存；附件照原样发布",
        en: "to keep them to yourself, remove them in the program that made it; attachments are published as they are"))
  }

  private static func words(of reason: WorkbookRefusal.Reason) -> Bilingual {
    switch reason {
    case .encrypted: Bilingual(zh: "文件有密码", en: "it is encrypted with a password")
    case .tooLarge, .damagedArchive, .damagedPart, .brokenXML, .notUTF8, .unknownEncoding, .documentType, .twice:
      reason.words
    default: Bilingual(zh: "它不是文件名所说的格式", en: "it isn't of the kind its name says")
    }
  }

  fileprivate static func unread(_ reason: AttachmentLook.Unread, _ path: String) -> Diagnostic {
    let words: Bilingual =
      switch reason {
      case .refused(let refusal): words(of: refusal.reason)
      case .holdsOthers: Bilingual(zh: "里面嵌有别的文件", en: "other documents stand in it")
      }
    return Diagnostic(
      .attachmentUnread, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "没有查过这个附件里有没有个人号码：\(words.zh)",
        en: "nobody looked for personal numbers in this attachment: \(words.en)"),
      remedy: Bilingual(
        zh: "在 Word、WPS 等软件里打开，看过后重新保存；或换成 PDF",
        en: "open it in its program, look it through and save it again; or publish a PDF instead"))
  }
}
