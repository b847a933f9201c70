import Diagnostics
import Texts
import Workbooks

extension Diagnostic {
  /// A workbook that gives no tables.
  package static func refused(_ refusal: WorkbookRefusal, in path: String) -> Diagnostic {
    let inSheet = refusal.sheet.map { "[\($0)]" } ?? ""
    let zh = (refusal.sheet.map { "表“\($0)”" } ?? "") + (refusal.cell.map { "\($0) 格" } ?? "")
    let en = [refusal.cell.map { "cell \($0)" }, refusal.sheet.map { "sheet “\($0)”" }].compactMap(\.self)
      .joined(separator: ", ")
    let words = refusal.reason.words
    return Diagnostic(
      .workbookRefused, at: nil, path: path + inSheet + (refusal.cell ?? ""),
      message: Bilingual(
        zh: "工作簿读不了：" + (zh.isEmpty ? "" : zh + "：") + words.zh,
        en: "the workbook can't be read: " + (en.isEmpty ? "" : en + ": ") + words.en),
      remedy: refusal.reason.remedy)
  }
}

extension WorkbookRefusal.Reason {
  var words: Bilingual {
    switch self {
    case .empty: Bilingual(zh: "文件是空的，0 字节", en: "the file is empty")
    case .lockFile:
      Bilingual(zh: "这是工作簿打开时留下的锁文件（~$），不是工作簿", en: "a lock file (~$) of an open workbook, not a workbook")
    case .encrypted: Bilingual(zh: "工作簿有密码", en: "the workbook is encrypted with a password")
    case .oldFormat: Bilingual(zh: "这是旧格式（.xls 或 .et）", en: "the old format of .xls and .et")
    case .binaryWorkbook: Bilingual(zh: "这是二进制工作簿（.xlsb）", en: "a binary workbook (.xlsb)")
    case .openDocument: Bilingual(zh: "这是 OpenDocument 表格（.ods）", en: "an OpenDocument spreadsheet (.ods)")
    case .numbers: Bilingual(zh: "这是苹果 Numbers 表格", en: "a spreadsheet of Apple Numbers")
    case .html: Bilingual(zh: "这是网页（HTML），只是名字像工作簿", en: "a web page (HTML) that calls itself a workbook")
    case .webArchive: Bilingual(zh: "这是单个文件的网页（MHT），不是工作簿", en: "a single-file web page (MHTML), not a workbook")
    case .xml2003: Bilingual(zh: "这是 XML 表格 2003，不是 .xlsx", en: "an XML spreadsheet of 2003, not an .xlsx")
    case .plainText: Bilingual(zh: "这是文本（例如 CSV），只是名字像工作簿", en: "a text, CSV say, that calls itself a workbook")
    case .otherDocument(let kind): Bilingual(zh: "这是 \(kind) 文件，不是工作簿", en: "a \(kind) file, not a workbook")
    case .notAWorkbook: Bilingual(zh: "这个压缩包里没有工作簿", en: "an archive without a workbook in it")
    case .unknown: Bilingual(zh: "这不是工作簿，也不是认识的格式", en: "neither a workbook nor any format that is known")
    case .tooLarge(let measure): measure.words(WorkbookLimits())
    default: damageWords
    }
  }

  private var damageWords: Bilingual {
    switch self {
    case .damagedArchive:
      Bilingual(zh: "文件损坏或不完整：压缩包的目录读不出", en: "the file is damaged or cut short: its archive can't be read")
    case .damagedPart(let part):
      Bilingual(zh: "文件损坏：\(part) 解压后与校验和不符", en: "the file is damaged: \(part) doesn't unpack to its checksum")
    case .missingPart(let part): Bilingual(zh: "缺少部件 \(part)", en: "part \(part) is missing")
    case .outside(let target): Bilingual(zh: "内容在文件之外：\(target)", en: "it lies outside of the file: \(target)")
    case .brokenXML(let part, let line):
      Bilingual(zh: "部件 \(part) 第 \(line) 行的 XML 有错", en: "the XML of part \(part) is broken in line \(line)")
    case .notUTF8(let part, let line):
      Bilingual(zh: "部件 \(part) 第 \(line) 行不是 UTF-8", en: "line \(line) of part \(part) isn't UTF-8")
    case .unknownEncoding(let part):
      Bilingual(zh: "部件 \(part) 的编码不是 UTF-8 或 UTF-16", en: "part \(part) is neither in UTF-8 nor in UTF-16")
    case .documentType(let part):
      Bilingual(zh: "部件 \(part) 带有文档类型声明（DTD）", en: "part \(part) has a document type (DTD)")
    case .noSuchCell(let name): Bilingual(zh: "没有叫“\(name)”的格", en: "no cell is called “\(name)”")
    case .noSuchRow(let name): Bilingual(zh: "没有第“\(name)”行", en: "there is no row “\(name)”")
    case .cellOutsideRow(let name):
      Bilingual(zh: "“\(name)”格不在它所在的行里", en: "cell “\(name)” isn't of the row it stands in")
    case .twice(let name): Bilingual(zh: "“\(name)”出现两次", en: "“\(name)” stands twice")
    case .noSuchRange(let name): Bilingual(zh: "“\(name)”不是合并区域", en: "“\(name)” is no range of merged cells")
    default: Bilingual(zh: "", en: "")
    }
  }

  fileprivate var remedy: Bilingual {
    switch self {
    case .empty, .damagedArchive, .damagedPart:
      Bilingual(
        zh: "用原来的文件重新拷贝，或在 Excel、WPS 里打开后另存为 .xlsx",
        en: "copy the file again, or open it in Excel or WPS and save it as .xlsx")
    case .lockFile: Bilingual(zh: "关闭工作簿，删去这个文件", en: "close the workbook and delete this file")
    case .encrypted:
      Bilingual(
        zh: "在 Excel 或 WPS 里打开，取消密码，另存为 .xlsx", en: "open it, take the password away and save it as .xlsx")
    case .otherDocument, .notAWorkbook, .unknown:
      Bilingual(zh: "换成 .xlsx 工作簿，或把文件移走", en: "put an .xlsx workbook in its place, or move it away")
    case .tooLarge:
      Bilingual(
        zh: "只留有内容的行和列，或拆成几个工作簿，另存为 .xlsx",
        en: "keep the rows and columns that hold something, or split it into several workbooks")
    default: Bilingual(zh: "在 Excel 或 WPS 里打开，另存为 .xlsx", en: "open it in Excel or WPS and save it as .xlsx")
    }
  }
}

extension WorkbookMeasure {
  func words(_ limits: WorkbookLimits) -> Bilingual {
    switch self {
    case .file:
      Bilingual(zh: "文件超过 \(limits.fileBytes >> 20) MiB", en: "the file has more than \(limits.fileBytes >> 20) MiB")
    case .kept:
      Bilingual(
        zh: "内容太多，超过 \(limits.keptBytes >> 20) MiB 内存",
        en: "it holds more than \(limits.keptBytes >> 20) MiB of memory keep")
    case .entries: Bilingual(zh: "压缩包里的文件太多", en: "its archive has too many files")
    case .inflated:
      Bilingual(
        zh: "解压后超过 \(limits.inflatedBytes >> 20) MiB", en: "it unpacks to more than \(limits.inflatedBytes >> 20) MiB")
    case .ratio:
      Bilingual(
        zh: "压缩率超过 \(limits.ratio) 倍，像是压缩炸弹",
        en: "it unpacks to more than \(limits.ratio) times its size, as a zip bomb does")
    case .sheets: Bilingual(zh: "工作表超过 \(limits.sheets) 张", en: "it has more than \(limits.sheets) sheets")
    case .merges: Bilingual(zh: "合并区域超过 \(limits.merges) 处", en: "it has more than \(limits.merges) merged ranges")
    case .depth: Bilingual(zh: "XML 嵌套超过 \(limits.depth) 层", en: "its XML is nested deeper than \(limits.depth)")
    case .names: Bilingual(zh: "XML 的名称超过 \(limits.names) 种", en: "its XML has more than \(limits.names) names")
    case .tag: Bilingual(zh: "XML 的一个标记太长", en: "a tag of its XML is too long")
    case .text: Bilingual(zh: "一格的文字太长", en: "the text of a cell is too long")
    case .row: Bilingual(zh: "一行的内容太多", en: "a row holds too much")
    case .formats: Bilingual(zh: "单元格格式太多", en: "it has too many formats")
    }
  }
}
