import Diagnostics
import Scoring

extension Diagnostic {
  static func itemNotRecordable(_ item: Item, at place: Place) -> Diagnostic {
    Diagnostic(
      .itemNotRecordable, at: place,
      message: Bilingual(
        zh: "“\(item.key)”（\(item.name)）由程序计算，不能逐条登记", en: "“\(item.key)” is computed and takes no records of its own"),
      remedy: Bilingual(
        zh: "公益时长写在 welfare/，项目份额写在 projects/",
        en: "Write welfare minutes into welfare/, shares of projects into projects/"))
  }

  static func unknownLevel(_ name: String, _ item: Item, _ levels: [String], at place: Place) -> Diagnostic {
    let near = nearest(to: name, in: levels)
    return Diagnostic(
      .unknownLevel, at: place,
      message: Bilingual(zh: "“\(item.key)”没有“\(name)”这一级", en: "“\(item.key)” has no level “\(name)”"),
      remedy: near.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? (levels.isEmpty
          ? Bilingual(zh: "这一项不分级，留空即可", en: "This item has no levels: leave the cell empty")
          : Bilingual(
            zh: "可选：" + levels.listed(with: "、"), en: "Choose from: " + levels.listed(with: ", "))))
  }

  static func duplicateRecord(first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateRecord, at: place,
      message: Bilingual(zh: "与 \(first) 完全相同", en: "the same as \(first) in everything"),
      remedy: Bilingual(
        zh: "删去一条；确有两次时，写明不同的事由或各给一个记录号",
        en: "Remove one; if it happened twice, tell the notes apart or give both an id"))
  }

  static func zeroQuantity(at place: Place) -> Diagnostic {
    Diagnostic(
      .zeroQuantity, at: place,
      message: Bilingual(zh: "数量是零，这条记录什么也没有记", en: "a quantity of zero records nothing"),
      remedy: Bilingual(zh: "写上数量（空着就是 1），或删去这一行", en: "Enter the quantity (empty means 1), or remove the line"))
  }

  static func correctionTooLarge(_ record: Points, _ corrections: Points, of target: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      .correctionTooLarge, at: place,
      message: Bilingual(
        zh: "更正合计 \(corrections)，原记录（\(target)）只有 \(record)",
        en: "the corrections sum to \(corrections), and the record (\(target)) is only \(record)"),
      remedy: Bilingual(
        zh: "更正最多把原记录冲为零；核对数量和记录号", en: "A correction takes away a record at most; check the quantity and the id"))
  }

  static func strayCorrection(_ id: String, of target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownRecord, at: place,
      message: Bilingual(
        zh: "要更正的“\(id)”（\(target)）不是同一党员的同一项目", en: "“\(id)” (\(target)) is no record of the same member and item"),
      remedy: Bilingual(zh: "写上被更正那条的记录号", en: "Name the id of the record that is corrected"))
  }
}
