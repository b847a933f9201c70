import Parsing
import Texts

extension CrossCell {
  /// What the head of a column across says: `政治学习(0.5分/学时)` is an item with its points a unit, `获奖(公司2市4省6)` one
  /// with the points of its levels.
  init(head: String) {
    self.init()
    let brackets = head.halfWidth.brackets
    sets = [(Located("item", .init(file: 0, line: 0)), head.withoutBrackets.onOneLine)]
    guard let inner = brackets.last?.spaceless else { return }
    if let pattern = FormPattern("<数>分/<字>").parts(of: inner),
      pattern.number != "1" || !flatUnits.contains(pattern.unit)
    {
      per = pattern.number
    }
    let pairs = CrossCell.levels(of: inner)
    if pairs.count > 1 { levels = pairs }
  }

  /// `公司2市4省6` → 2 公司, 4 市, 6 省.
  static func levels(of text: String) -> [WordPair] {
    var pairs: [WordPair] = []
    let scalars = Array(text.unicodeScalars)
    var i = 0
    while i < scalars.count {
      let start = i
      while i < scalars.count, scalars[i].digit == nil { i += 1 }
      let digits = i
      while i < scalars.count, scalars[i].digit != nil || scalars[i] == "." { i += 1 }
      var name = String(String.UnicodeScalarView(scalars[start..<digits]))
      for sign in ["分", "、", ",", ":", "级"] { name = name.replacingBytes(sign, with: "") }
      if name.isEmpty || i == digits { return i == scalars.count && name.isEmpty ? pairs : [] }
      pairs.append(WordPair(theirs: String(String.UnicodeScalarView(scalars[digits..<i])), ours: name))
    }
    return pairs
  }
}

/// Units of which one point each is the item's own.
private let flatUnits: Set<String> = ["次", "个", "篇", "项", "件", "人"]

extension FormPattern {
  /// Of `0.5分/学时`, 0.5 and 学时.
  fileprivate func parts(of text: String) -> (number: String, unit: String)? {
    guard let number = capture(in: text), let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return (number, String(text[text.utf8.index(after: slash)...]))
  }
}

extension String {
  /// Without what stands in brackets.
  var withoutBrackets: String {
    var (result, depth) = (String.UnicodeScalarView(), 0)
    for scalar in unicodeScalars {
      switch scalar {
      case "(", "（": depth += 1
      case ")", "）": depth = max(0, depth - 1)
      default: if depth == 0 { result.append(scalar) }
      }
    }
    return String(result).trimmed
  }

  /// What stands in brackets.
  var brackets: [String] {
    var (found, current) = ([String](), String.UnicodeScalarView?.none)
    for scalar in unicodeScalars {
      switch scalar {
      case "(", "（": current = String.UnicodeScalarView()
      case ")", "）":
        if let inner = current { found.append(String(inner)) }
        current = nil
      default: current?.append(scalar)
      }
    }
    return found
  }
}
