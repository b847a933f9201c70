import Attaching
import Diagnostics
import Texts
import Workbooks

extension Diagnostic {
  static func attachmentTooLarge(_ path: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 有 \(size) 字节，超过附件的上限 \(limit >> 20) MiB",
        en: "\(path) has \(size) bytes, more than the \(limit >> 20) MiB of an attachment"),
      remedy: Bilingual(
        zh: "压缩它或分成几个；很长的视频放到别处，只写网址",
        en: "compress it or split it; put a long film elsewhere and link to its address"))
  }

  static func personalIdentifier(inAttachment path: String, line: Int? = nil) -> Diagnostic {
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

  static func told(_ details: AttachmentLook.Details, by path: String) -> Diagnostic {
    let found = [
      ("作者", "author", details.author), ("单位", "company", details.company), ("地点", "place", details.place),
      ("设备", "device", details.device), ("日期", "day", details.made),
    ].filter { !$0.2.isEmpty }
    let pictures = details.placedPictures
    var words: [Bilingual] = []
    if !found.isEmpty {
      words.append(
        Bilingual(
          zh: "这个附件的属性里写着" + found.map { "\($0.0)“\($0.2)”" }.joined(separator: "、"),
          en: "the properties of this attachment say: " + found.map { "\($0.1) “\($0.2)”" }.joined(separator: ", ")))
    }
    if pictures > 0 {
      words.append(
        Bilingual(zh: "附件里有 \(pictures) 张照片带着拍摄地点", en: "photographs in it that say where they were taken: \(pictures)")
      )
    }
    return Diagnostic(
      .attachmentDetails, .warning, at: nil, path: path,
      message: Bilingual(zh: words.map(\.zh).joined(separator: "；"), en: words.map(\.en).joined(separator: "; ")),
      remedy: Bilingual(
        zh: "不想公开就在原来的软件里删去属性" + (pictures > 0 ? "、把照片压缩后重新插入" : "") + "，重新保存；附件照原样发布",
        en: "to keep them to yourself, remove them in the program that made it; attachments are published as they are"))
  }

  private static func words(of reason: WorkbookRefusal.Reason) -> Bilingual {
    switch reason {
    case .encrypted: Bilingual(zh: "文件有密码", en: "it is encrypted with a password")
    // Less than of a workbook that is read.
    case .tooLarge(let measure): measure.words(documentLimits)
    default: reason.words
    }
  }

  static func unread(_ reason: AttachmentLook.Unread, _ kind: AttachmentKind, _ path: String) -> Diagnostic {
    let words: Bilingual =
      switch reason {
      case .refused(let refusal): words(of: refusal.reason)
      case .holdsOthers: Bilingual(zh: "里面还有别的文件", en: "other documents stand in it")
      case .entry(let name): Bilingual(zh: "里面的“\(name)”查不了", en: "“\(name)” in it can't be looked into")
      case .outside(let name):
        Bilingual(zh: "里面的“\(name)”指到文件夹外面去", en: "“\(name)” in it leads out of its folder")
      case .closed where kind == .pdf: Bilingual(zh: "PDF 的文字查不了", en: "the text of a PDF isn't looked into")
      case .closed: Bilingual(zh: "老格式 .\(kind.rawValue) 查不了", en: "the old format .\(kind.rawValue) isn't looked into")
      }
    let answer =
      "{code: attachment-unread, at: \(inYAML(path.dropping(prefix: "content/") ?? path[...])), reason: …, until: …}"
    let mend: Bilingual =
      switch reason {
      case .closed where kind != .pdf:
        Bilingual(
          zh: "另存为新格式（.\(kind.rawValue)x）就会查；或", en: "save it as .\(kind.rawValue)x to have it looked into; or ")
      case .closed: Bilingual(zh: "", en: "")
      case .entry:
        Bilingual(
          zh: "把它拿出来、换成查得了的格式再压缩；或", en: "take it out, or put it in as a kind that can be looked into; or ")
      case .outside:
        Bilingual(zh: "用普通的压缩软件把文件夹重新压缩；或", en: "pack the folder anew with an ordinary program; or ")
      case _ where kind == .zip:
        Bilingual(zh: "用普通的压缩软件重新压缩，不设密码；或", en: "pack it anew with an ordinary program, without a password; or ")
      default:
        Bilingual(zh: "在 Word、WPS 等软件里打开，重新保存；或", en: "open it in its program and save it again; or ")
      }
    return Diagnostic(
      .attachmentUnread, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "没有查过这个附件里有没有个人号码：\(words.zh)",
        en: "nobody looked for personal numbers in this attachment: \(words.en)"),
      remedy: Bilingual(
        zh: "\(mend.zh)自己看一遍，没有个人号码就在 content/warnings.yaml 里写明：\(answer)",
        en: "\(mend.en)look it through yourself, and say so in content/warnings.yaml: \(answer)"))
  }

  static func isNot(_ kind: AttachmentKind, but other: OtherKind, _ path: String) -> Diagnostic {
    let words: Bilingual =
      switch other {
      case .empty: Bilingual(zh: "是空文件", en: "is empty")
      case .pdf: Bilingual(zh: "其实是 PDF", en: "is a PDF")
      case .zip: Bilingual(zh: "其实是 ZIP 或另一种 Office 文件", en: "is a zip or another document of Office")
      case .rtf: Bilingual(zh: "其实是 RTF", en: "is an RTF")
      case .picture: Bilingual(zh: "其实是图片", en: "is a picture")
      case .packed: Bilingual(zh: "其实是另一种压缩包", en: "is an archive of another kind")
      case .oldOffice:
        Bilingual(zh: "其实是老格式的 Office 文件（.doc、.xls、.ppt）", en: "is an old document of Office (.doc, .xls, .ppt)")
      case .program: Bilingual(zh: "其实是程序", en: "is a program")
      case .unknown: Bilingual(zh: "不是这种文件", en: "is no such file")
      }
    return Diagnostic(
      .otherKind, at: nil, path: path,
      message: Bilingual(
        zh: "\(path) 叫 .\(kind.rawValue)，内容\(words.zh)", en: "\(path) is called .\(kind.rawValue) and \(words.en)"),
      remedy: Bilingual(
        zh: "在原来的软件里另存为 .\(kind.rawValue)，或把扩展名改对；读者的电脑按扩展名打开它",
        en:
          "save it as .\(kind.rawValue) in its program, or name it by what it is: readers' machines open it by its name"
      ))
  }
}

/// A path as YAML takes it: between quotation marks where it has any sign that YAML may read otherwise.
private func inYAML(_ path: Substring) -> String {
  let isPlain = path.utf8.allSatisfy { byte in
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "/._-".utf8.contains(byte)
  }
  return isPlain ? String(path) : "'" + String(path).replacingBytes("'", with: "''") + "'"
}
