import Texts

/// 说明文件.TXT: what this is and how to read and check it with nothing but a text editor and `sha256sum`. With the mark and
/// the line ends that Notepad reads in every version.
func readmeText(_ head: ArchiveHead, items: Int, _ withheld: [TablesInstead]) -> String {
  let text = """
    \(head.title)
    归档包 \(head.name)

    立档单位：\(head.company)（\(head.creator)）
    年度：\(head.year)
    数据截至：\(head.day)
    状态：\(head.state)
    说明：\(head.notice)
    制作：\(head.software)
    件数：\(items)

    一、包里有什么
      data/pages/      每件一个网页文件（图片在文件内，无脚本，任何浏览器都能打开）\(head.pdf.map { "，另有同名 \($0)" } ?? "")
      data/tables/     年度数据，同样内容的 CSV 和 JSON
      data/metadata/   每件一个元数据文件（DA/T 46—2009 的子集；档号、保管期限、密级由档案部门填写）
      data/project/    原始文件：正文（Markdown）、记录（CSV）、积分标准（YAML）一字未动；
                       图片去掉了拍摄地点、设备、作者等附记，画面未动\(withheldWords(withheld))
      data/program/    制作时程序自带的网页模板
      文件目录.XML     全部文件的目录，有大小和校验值
      bag-info.txt     归档包的概要
      其余 .txt        BagIt 1.0（RFC 8493）的声明和校验清单

    二、怎样校验
      任何 Linux 电脑，在包的文件夹里：
        sha256sum -c manifest-sha256.txt
        sha256sum -c tagmanifest-sha256.txt
      有本程序时：
        dualpoints archive verify \(head.name) --fingerprint 移交单上的指纹
      指纹是 tagmanifest-sha256.txt 的 SHA-256，签字写在移交单上。改动任何一个字节，或改后重新计算校验值，
      都与纸上的指纹不符。

    三、怎样还原网站
      用同一版本的程序：
        dualpoints build --project data/project --output 网站文件夹\(head.isOfDay ? " --as-of \(head.day)" : "")
      得到的网站与归档时逐字节相同。归档包自己的目录页（archives.html）除外，它记的是归档以后的事。

    """
  return "\u{FEFF}" + text.parts(at: "\n", keepingEmpty: true).map { String($0).printable }.joined(separator: "\r\n")
}

/// Which workbooks aren't in the bag, and what stands in their place.
private func withheldWords(_ withheld: [TablesInstead]) -> String {
  guard !withheld.isEmpty else { return "" }
  let indent = "\n" + String(repeating: " ", count: 23)
  let lines = withheld.map { one in
    let tables = one.tables.isEmpty ? "没有可读的表" : one.tables.joined(separator: "、")
    return "\(indent)  \(one.workbook)：\(tables)"
  }
  return "；\(indent)下列工作簿在不取的列、批注等处有身份证号、电话，不归档，放的是从中读出的表格，"
    + "\(indent)每一行的出处（工作表和格）在 content/origins.csv：" + lines.joined()
}
