import Diagnostics
import Parsing
import Scoring
import Texts

extension Diagnostic {
  static func itemNotRecordable(_ item: Item, at place: Place) -> Diagnostic {
    Diagnostic(
      .itemNotRecordable, at: place,
      message: item.isTyped
        ? Bilingual(
          zh: "“\(item.key)”（\(item.name)）不按记录计分，不能逐条登记", en: "“\(item.key)” isn't earned by records and takes none")
        : Bilingual(
          zh: "“\(item.key)”（\(item.name)）由程序计算，不能逐条登记",
          en: "“\(item.key)” is computed and takes no records of its own"),
      remedy: item.homeOfPoints)
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

  static func correctionTooLarge(_ record: Quantity, _ corrections: Quantity, of target: String, at place: Place)
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

  static func correctionAdds(_ sum: Quantity, _ item: Item, of target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .quantityNotUsed, at: place,
      message: Bilingual(
        zh: "更正合计 +\(sum.short)：“\(item.key)”（\(item.name)）不按数量计分，更正不能使原记录（\(target)）多得分",
        en:
          "the corrections sum to +\(sum.short): “\(item.key)” isn't paid by quantity, and no correction makes its record (\(target)) worth more"
      ),
      remedy: Bilingual(
        zh: "冲销写 -1（或 -0.5 这样的一部分）；确有另一次，另记一条，不填“更正”",
        en: "To take it away write -1, or a part such as -0.5; another time is another record, which corrects nothing"))
  }

  static func quantityNotUsed(_ quantity: Quantity, _ item: Item, at place: Place) -> Diagnostic {
    Diagnostic(
      .quantityNotUsed, at: place,
      message: Bilingual(
        zh: "数量 \(quantity.short) 用不上：“\(item.key)”（\(item.name)）每条记录计一次分，不按数量",
        en: "the quantity \(quantity.short) isn't used: “\(item.key)” gives its points once a record, not by quantity"),
      remedy: Bilingual(
        zh: "把数量空着；做了几次就记几条，要按数量计分，在标准里改用 per 和 unit",
        en:
          "Leave the cell empty and enter a record for each time; to pay by quantity, use per and unit in the rulebook")
    )
  }

  static func correctionAtOtherLevel(_ level: String, of own: String, _ target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .correctionAtOtherLevel, at: place,
      message: Bilingual(
        zh: "更正写的级别是“\(level)”，原记录（\(target)）是“\(own)”",
        en: "the correction has the level “\(level)”, its record (\(target)) “\(own)”"),
      remedy: Bilingual(
        zh: "级别空着，或与原记录相同；级别记错的，先冲销，再按正确的级别另记一条",
        en: "Leave the level empty, or write the record's; where it was wrong, take the record away and enter it anew"))
  }

  static func absurdPoints(
    _ quantity: Quantity, _ unit: String, _ points: Points, each: Quantity?, at place: Place
  ) -> Diagnostic {
    let rule =
      each.map {
        Bilingual(zh: "每满\($0.short)\(unit)\(points.exact)分", en: "\(points.exact) for each full \($0.short) \(unit)")
      } ?? Bilingual(zh: "每\(unit)\(points.exact)分", en: "\(points.exact) for each \(unit)")
    return Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(
        zh: "\(quantity.short)\(unit)，\(rule.zh)，超出一百万分",
        en: "\(quantity.short) \(unit), \(rule.en), is beyond a million points"),
      remedy: Bilingual(zh: "核对数量，或标准里的 per", en: "Check the quantity, or per in the rulebook"))
  }

  static func absurdSum(year: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(
        zh: "到这一条，\(year) 年度的得分合计已超出一万亿", en: "with this record the points of \(year) sum to more than 10¹²"),
      remedy: Bilingual(zh: "核对标准里的分值和记录的数量", en: "Check the points of the rulebook and the records' quantities"))
  }

  static func strayCorrection(_ id: String, of target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unknownRecord, at: place,
      message: Bilingual(
        zh: "要更正的“\(id)”（\(target)）不是同一党员（支部）的同一项目",
        en: "“\(id)” (\(target)) is no record of the same member (or branch) and item"),
      remedy: Bilingual(zh: "写上被更正那条的记录号", en: "Name the id of the record that is corrected"))
  }
}

extension Item {
  /// Whether people write its points down elsewhere: a year-end rating, a survey's score.
  fileprivate var isTyped: Bool {
    switch form {
    case .rating, .survey: true
    case .perRecord, .perUnit, .levels, .steps, .reach, .range, .credit, .welfareBase, .welfareBeyond, .project: false
    }
  }

  /// Where what it gives comes from, if not from records.
  fileprivate var homeOfPoints: Bilingual {
    switch form {
    case .rating:
      Bilingual(
        zh: "这一项年终考评，分数写在 ratings.*；要逐条登记，在标准里改用 points、per、levels 等",
        en:
          "It is rated at the year's end: write it into ratings.*, or let the rulebook earn it by points, per, levels …"
      )
    case .survey: Bilingual(zh: "民主测评的结果写在 surveys/", en: "Write the results of a survey into surveys/")
    case .credit: Bilingual(zh: "基础分由程序计入，不用登记", en: "Everybody starts with it: nothing is to be entered")
    case .welfareBase, .welfareBeyond: Bilingual(zh: "公益时长写在 welfare/", en: "Write welfare minutes into welfare/")
    case .project: Bilingual(zh: "项目份额写在 projects/", en: "Write shares of projects into projects/")
    case .perRecord, .perUnit, .levels, .steps, .reach, .range:
      Bilingual(zh: "写在 records/", en: "Write it into records/")
    }
  }
}
