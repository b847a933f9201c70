import Diagnostics
import Parsing
import Scoring
import Texts

/// Mistakes of records of the forms that ask for more than a day and a person: quantities, reasons, affairs, roles.
extension Diagnostic {
  static func twoHolders(at place: Place) -> Diagnostic {
    Diagnostic(
      .twoHolders, at: place,
      message: Bilingual(zh: "党员和支部只能写一个，这里写了两个", en: "both a member and a branch, where one of them is meant"),
      remedy: Bilingual(
        zh: "记在党员名下就删去支部，记在支部名下就删去党员", en: "Leave the branch out for what is the member's, else the member"))
  }

  static func quantityMissing(_ item: Item, at place: Place) -> Diagnostic {
    let quantity = Bilingual(zh: "填上数量；这里空着不算 1", en: "Write the quantity: left empty it isn't 1 here")
    let (zh, en, remedy): (String, String, Bilingual) =
      switch item.form {
      case .steps(_, let unit): ("按\(unit)分档", "is paid by steps of “\(unit)”", quantity)
      case .reach(_, let unit): ("按累计的\(unit)计分", "is paid by what “\(unit)” sum to", quantity)
      case .perUnit(_, let unit, _): ("按\(unit)计分", "is paid by “\(unit)”", quantity)
      case .range:
        ("酌情计分", "is given at discretion", Bilingual(zh: "在数量里填上分数", en: "Write the points as the quantity"))
      case .perRecord, .levels, .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating:
        ("要写数量", "asks for one", quantity)
      }
    return Diagnostic(
      .missingValue, at: place,
      message: Bilingual(
        zh: "“数量”没有填：“\(item.key)”（\(item.name)）\(zh)", en: "no value for “quantity”: “\(item.key)” \(en)"),
      remedy: remedy)
  }

  static func reasonMissing(_ item: Item, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place,
      message: Bilingual(
        zh: "“事由”没有填：“\(item.key)”（\(item.name)）酌情计分，要写明理由",
        en: "no value for “note”: “\(item.key)” is given at discretion, and says why"),
      remedy: Bilingual(zh: "在事由里写明为什么是这个分数", en: "Say in the note why it is so much"))
  }

  static func affairMissing(_ item: Item, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingValue, at: place,
      message: Bilingual(
        zh: "“事项”没有填：“\(item.key)”（\(item.name)）同一事项取最高",
        en: "no value for “affair”: of one affair only the highest of “\(item.key)” counts"),
      remedy: Bilingual(
        zh: "写明是哪一件事；同一件事的几条写得一样", en: "Say which affair it is, in the same words in each record of it"))
  }

  static func affairNotUsed(_ item: Item, at place: Place) -> Diagnostic {
    Diagnostic(
      .affairNotUsed, at: place,
      message: Bilingual(
        zh: "事项用不上：“\(item.key)”（\(item.name)）每条都计分，不是同一事项取最高",
        en: "the affair isn't used: every record of “\(item.key)” counts, of one affair or of several"),
      remedy: Bilingual(
        zh: "把事项空着，写进事由；要同一事项只计一次，在标准里写 once: true",
        en: "Leave the cell empty and write it into the note; to count an affair once, write once: true in the rulebook"
      ))
  }

  static func unknownRole(_ name: String, _ item: Item, _ roles: [String], at place: Place) -> Diagnostic {
    let near = nearest(to: name, in: roles)
    return Diagnostic(
      .unknownRole, at: place,
      message: Bilingual(zh: "“\(item.key)”没有“\(name)”这一角色", en: "“\(item.key)” has no role “\(name)”"),
      remedy: near.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? (roles.isEmpty
          ? Bilingual(zh: "这一项不分角色，留空即可", en: "This item has no roles: leave the cell empty")
          : Bilingual(zh: "可选：" + roles.listed(with: "、"), en: "Choose from: " + roles.listed(with: ", "))))
  }

  /// A deduction at discretion is written as what it takes, and a record of anything else is never negative.
  static func negativeQuantity(_ text: String, _ item: Item, at place: Place) -> Diagnostic {
    guard case .range(_, let most) = item.form, most < .zero else {
      return Diagnostic(
        .negativeNumber, at: place, message: Diagnostic.negativeNumber(text, at: place).message,
        remedy: Bilingual(
          zh: "要更正一条记录，请在“更正”列写明它的记录号", en: "To correct a record, name its id in the column “corrects”"))
    }
    return Diagnostic(
      .negativeNumber, at: place,
      message: Bilingual(
        zh: "这里不能是负数：“\(text)”；“\(item.key)”（\(item.name)）本来就是扣分",
        en: "“\(text)” can't be negative: “\(item.key)” deducts as it is"),
      remedy: Bilingual(zh: "写扣多少分，不写负号", en: "Write how much is deducted, without a minus sign"))
  }

  static func outsideRange(
    _ quantity: Quantity, _ item: Item, _ range: ClosedRange<Quantity>, isCorrected: Bool = false, at place: Place
  ) -> Diagnostic {
    let bounds = Bilingual(
      zh: "\(range.lowerBound.short) 至 \(range.upperBound.short)",
      en: "\(range.lowerBound.short) to \(range.upperBound.short)")
    return Diagnostic(
      .outsideRange, at: place,
      message: isCorrected
        ? Bilingual(
          zh: "更正之后是 \(quantity.short) 分，“\(item.key)”（\(item.name)）酌情 \(bounds.zh)",
          en: "\(quantity.short) is left by the corrections, and “\(item.key)” gives \(bounds.en)")
        : Bilingual(
          zh: "\(quantity.short) 分不在“\(item.key)”（\(item.name)）酌情的 \(bounds.zh) 之内",
          en: "\(quantity.short) isn't within what “\(item.key)” gives, \(bounds.en)"),
      remedy: isCorrected
        ? Bilingual(
          zh: "全部冲销，或更正到 \(bounds.zh) 之内", en: "Take all of it away, or correct it to something of \(bounds.en)")
        : Bilingual(zh: "改成范围内的分数，或改标准里的 range", en: "Write points of that range, or change range in the rulebook"))
  }

  static func partOfAll(_ item: Item, of target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .quantityNotUsed, at: place,
      message: Bilingual(
        zh: "原记录（\(target)）使“\(item.key)”（\(item.name)）此项不得分，不能只冲销一部分",
        en: "the record (\(target)) takes all of “\(item.key)”, and no part of it can be taken back"),
      remedy: Bilingual(zh: "写 -1 全部冲销，再按应有的级别另记一条", en: "Write -1 to take it away, and enter anew what it should be"))
  }

  static func correctionInOtherRole(_ role: String, of own: String, _ target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .correctionAtOtherLevel, at: place,
      message: Bilingual(
        zh: "更正写的角色是“\(role)”，原记录（\(target)）是“\(own)”",
        en: "the correction has the role “\(role)”, its record (\(target)) “\(own)”"),
      remedy: Bilingual(
        zh: "角色空着，或与原记录相同；角色记错的，先冲销，再按正确的角色另记一条",
        en: "Leave the role empty, or write the record's; where it was wrong, take the record away and enter it anew"))
  }

  static func correctionOfOtherAffair(_ target: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .correctionAtOtherLevel, at: place,
      message: Bilingual(
        zh: "更正写的事项与原记录（\(target)）不同", en: "the correction names another affair than its record (\(target))"),
      remedy: Bilingual(
        zh: "事项空着，或与原记录相同；事项记错的，先冲销，再另记一条",
        en: "Leave the affair empty, or write the record's; where it was wrong, take the record away and enter it anew")
    )
  }

  static func absurdRule(_ item: Item, at place: Place) -> Diagnostic {
    Diagnostic(
      .absurdNumber, at: place,
      message: Bilingual(
        zh: "“\(item.key)”（\(item.name)）一条记录会超出一百万分", en: "a record of “\(item.key)” would give beyond a million points"
      ),
      remedy: Bilingual(zh: "核对标准里的分值和系数", en: "Check its points and factors in the rulebook"))
  }
}
