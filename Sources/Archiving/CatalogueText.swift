import Diagnostics
import Sealing
import Templating
import Texts

/// 文件目录.XML: every item and every file of the payload, with sizes and digests, and which workbook isn't among them.
func catalogueText(
  _ head: ArchiveHead, items: [ArchivedItem], others: [BagFile], _ withheld: [TablesInstead]
) -> String {
  var xml = XMLWriter()
  xml.open("文件目录", [("编号", head.name), ("题名", head.title), ("日期", "\(head.day)"), ("件数", "\(items.count)")])
  for (number, item) in items.enumerated() {
    xml.open("件", [("序号", "\(number + 1)"), ("编号", item.id)])
    xml.leaf("题名", item.title)
    xml.leaf("责任者", item.creator)
    xml.leaf("日期", "\(item.day)")
    xml.leaf("文种", item.genre)
    xml.leaf("元数据", item.metadataPath)
    for file in item.files { xml.file(file) }
    xml.close("件")
  }
  xml.open("原始文件与数据", [])
  for file in others { xml.file(file) }
  xml.close("原始文件与数据")
  if !withheld.isEmpty {
    xml.open("以表格代替的工作簿", [("原因", "不取的列、批注等处有身份证号、电话")])
    for one in withheld {
      xml.open("工作簿", [("路径", one.workbook)])
      for table in one.tables { xml.leaf("表格", "data/project/" + table) }
      xml.close("工作簿")
    }
    xml.close("以表格代替的工作簿")
  }
  xml.close("文件目录")
  return xml.text
}

/// An item's metadata, a subset of DA/T 46—2009 under its own names of elements. What only the archive can say (档号,
/// 保管期限, 密级) isn't made up.
func metadataText(_ item: ArchivedItem, _ head: ArchiveHead) -> String {
  var xml = XMLWriter()
  xml.open("电子文件元数据", [("依据", "DA/T 46—2009"), ("范围", "子集")])
  xml.leaf("聚合层次", "件")
  xml.open("来源", [])
  xml.leaf("立档单位名称", head.company)
  xml.close("来源")
  xml.leaf("电子文件号", "\(head.name)/\(item.id)")
  xml.open("档号", [])
  xml.leaf("年度", "\(head.year)")
  xml.close("档号")
  xml.open("内容描述", [])
  xml.leaf("题名", item.title)
  for person in item.people { xml.leaf("人名", person) }
  if !item.summary.isEmpty { xml.leaf("摘要", item.summary) }
  xml.leaf("责任者", item.creator)
  xml.leaf("日期", "\(item.day)")
  xml.leaf("文种", item.genre)
  xml.close("内容描述")
  xml.open("形式特征", [])
  xml.leaf("件数", "1")
  xml.leaf("语种", "汉语")
  xml.close("形式特征")
  for file in item.files {
    xml.open("电子属性", [])
    xml.leaf("格式信息", format(of: file.path, head))
    xml.leaf("计算机文件名", file.path)
    xml.leaf("计算机文件大小", "\(file.bytes.count)")
    xml.leaf("文档创建程序", head.software)
    xml.close("电子属性")
  }
  xml.leaf("附注", "\(head.state)。\(head.notice)")
  xml.close("电子文件元数据")
  return xml.text
}

private func format(of path: String, _ head: ArchiveHead) -> String {
  switch path.parts(at: ".").last?.lowercased() {
  case "html": "HTML，单个文件，无脚本"
  case "pdf": head.pdf ?? "PDF"
  case "md": "Markdown，UTF-8"
  case "csv": "CSV"
  case "json": "JSON，UTF-8"
  case "yaml": "YAML，UTF-8"
  case let end?: end.uppercased()
  case nil: ""
  }
}

private struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  private var indent: String { String(repeating: "  ", count: depth) }

  mutating func open(_ name: String, _ attributes: [(String, String)]) {
    text += "\(indent)<\(name)\(list(attributes))>\n"
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    text += "\(indent)</\(name)>\n"
  }

  mutating func leaf(_ name: String, _ value: String) { text += "\(indent)<\(name)>\(xmlText(value))</\(name)>\n" }

  mutating func file(_ file: BagFile) {
    let digest = HashFunction.sha256.digest(of: file.bytes)
    text += "\(indent)<文件\(list([("路径", file.path), ("字节数", "\(file.bytes.count)"), ("SHA-256", digest)]))/>\n"
  }

  private func list(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(xmlText($0.1))\"" }.joined()
  }
}
