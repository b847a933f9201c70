import Diagnostics
import Texts

/// Why a bag is refused: one file and what is wrong with it, in both languages.
package struct BagFinding: Hashable, Sendable {
  package enum Kind: Sendable {
    case changed, added, missing, renamed, link, notAFile, unsafePath, malformed, wrongSum, otherFingerprint
  }
  package let kind: Kind
  /// From the bag's folder; empty for the bag as a whole.
  package let path: String
  package let message: Bilingual

  private init(_ kind: Kind, _ path: String, zh: String, en: String) {
    self.kind = kind
    self.path = path
    // One line each: a name in somebody's archive may hold line ends, and then say what it likes.
    message = Bilingual(zh: zh.printable, en: en.printable)
  }

  static func changed(_ path: String, by manifest: String) -> BagFinding {
    BagFinding(
      .changed, path, zh: "\(path)：内容与 \(manifest) 不符，被改动过", en: "\(path): changed; \(manifest) says otherwise")
  }

  static func added(_ path: String) -> BagFinding {
    BagFinding(.added, path, zh: "\(path)：清单里没有，是后来加入的", en: "\(path): added; no manifest lists it")
  }

  static func added(_ path: String, missingFrom manifest: String) -> BagFinding {
    BagFinding(.added, path, zh: "\(path)：\(manifest) 没有列出", en: "\(path): \(manifest) doesn't list it")
  }

  static func missing(_ path: String, by manifest: String) -> BagFinding {
    BagFinding(.missing, path, zh: "\(path)：\(manifest) 列出了，但文件不见了", en: "\(path): gone; \(manifest) lists it")
  }

  static func required(_ path: String) -> BagFinding {
    BagFinding(.missing, path, zh: "\(path)：缺少这个文件，归档包不完整", en: "\(path): missing; a bag has this file")
  }

  static func renamed(_ old: String, to new: String) -> BagFinding {
    BagFinding(.renamed, new, zh: "\(new)：原名 \(old)，被改名", en: "\(new): renamed; it was \(old)")
  }

  static func link(_ path: String) -> BagFinding {
    BagFinding(.link, path, zh: "\(path)：是链接，指向包外的内容不受校验", en: "\(path): a link; what it leads to isn't in the bag")
  }

  package static func hardLink(_ path: String) -> BagFinding {
    BagFinding(
      .link, path, zh: "\(path)：是硬链接，在别处改动它，这里也跟着变",
      en: "\(path): a hard link; whoever changes it elsewhere changes it here")
  }

  static func notAFile(_ path: String) -> BagFinding {
    BagFinding(.notAFile, path, zh: "\(path)：不是普通文件", en: "\(path): not a regular file")
  }

  static func emptyFolder(_ path: String) -> BagFinding {
    BagFinding(.added, path, zh: "\(path)：空文件夹，清单里没有", en: "\(path): an empty folder, which no manifest knows")
  }

  static func unsafePath(_ path: String, in manifest: String = "zip") -> BagFinding {
    BagFinding(
      .unsafePath, path, zh: "\(manifest) 里的路径“\(path)”越出归档包或写法不规范",
      en: "\(manifest): the path “\(path)” leaves the bag or has an unusual form")
  }

  static func twice(_ path: String, in manifest: String = "zip") -> BagFinding {
    BagFinding(.malformed, path, zh: "\(path)：在 \(manifest) 里出现了两次", en: "\(path): stands twice in \(manifest)")
  }

  static func malformedLine(_ line: Int, of manifest: String) -> BagFinding {
    BagFinding(
      .malformed, manifest, zh: "\(manifest)：第 \(line) 行不是“校验值、两个空格、路径”",
      en: "\(manifest): line \(line) isn't a digest, two spaces and a path")
  }

  static func notAsWritten(_ path: String) -> BagFinding {
    BagFinding(.malformed, path, zh: "\(path)：写法与程序写出的不同，被改动过", en: "\(path): not as the program writes it; changed")
  }

  static func otherVersion() -> BagFinding {
    BagFinding(
      .malformed, declarationName, zh: "\(declarationName)：不是 BagIt 1.0、UTF-8 的声明",
      en: "\(declarationName): doesn't declare BagIt 1.0 in UTF-8")
  }

  static func wrongOxum(_ said: String, is actual: String) -> BagFinding {
    BagFinding(
      .wrongSum, infoName, zh: "\(infoName)：Payload-Oxum 写着“\(said)”，实际是 \(actual)（字节数.文件数）",
      en: "\(infoName): Payload-Oxum says “\(said)”, the payload is \(actual) (bytes.files)")
  }

  package static func tooLarge(_ path: String) -> BagFinding {
    BagFinding(
      .malformed, path, zh: "\(path)：比归档包里可能有的都大，没有读", en: "\(path): larger than anything in a bag of ours; not read")
  }

  package static func tooMany() -> BagFinding {
    BagFinding(
      .malformed, "", zh: "文件多于归档包可能有的 \(BagLimits.mostFiles) 个，其余没有看",
      en: "more files than the \(BagLimits.mostFiles) that a bag of ours may have; the others weren't looked at")
  }

  package static func tooDeep(_ path: String) -> BagFinding {
    BagFinding(.malformed, path, zh: "\(path)：文件夹嵌套过深，没有看", en: "\(path): nested too deeply; not looked at")
  }

  static func overlapping(_ path: String) -> BagFinding {
    BagFinding(
      .malformed, path, zh: "\(path)：在 zip 里与别的文件重叠，没有读", en: "\(path): overlaps another file in the zip; not read")
  }

  static func fetches() -> BagFinding {
    BagFinding(
      .malformed, "fetch.txt", zh: "fetch.txt：归档包不从网上取文件", en: "fetch.txt: a bag of ours fetches nothing from a network"
    )
  }

  static func noZip() -> BagFinding {
    BagFinding(
      .malformed, "", zh: "zip 的目录残缺或有多余内容，读不出全部文件", en: "the zip's directory is damaged or followed by something else")
  }

  static func compressed(_ path: String) -> BagFinding {
    BagFinding(
      .malformed, path, zh: "\(path)：在 zip 里被压缩或加密，不是程序写的原样",
      en: "\(path): compressed or encrypted in the zip; repacked")
  }

  static func repacked(at offset: Int) -> BagFinding {
    BagFinding(
      .malformed, "", zh: "zip 从第 \(offset) 字节起与程序写的不同，被改动或重新打包过",
      en: "from byte \(offset) the zip isn't as the program writes it; changed or repacked")
  }

  package static func otherFingerprint(_ given: String, is actual: String?) -> BagFinding {
    BagFinding(
      .otherFingerprint, "", zh: "指纹与给出的不同：纸上是 \(given)，归档包是 \(actual ?? "（算不出）")；归档包可能被改后重新计算过校验值",
      en:
        "another fingerprint: paper says \(given), the bag has \(actual ?? "none"); it may have been changed and hashed anew"
    )
  }
}
