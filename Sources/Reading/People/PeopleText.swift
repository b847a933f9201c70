import Texts

/// What a cell of people says, before anybody is looked up: `王伟、张静怡；李明`, `全体党员（沈佳𬭎请假）`, `全体:b01（10人）`.
struct PeopleText {
  /// A stretch of the cell, and the bytes before it.
  struct Piece: Equatable {
    let text: String
    let offset: Int
  }

  enum Part: Equatable {
    case name(Piece)
    /// All members of a branch: of the one named, or of the table's.
    case everybody(branch: Piece?, at: Int)
  }

  private(set) var parts: [Part] = []
  /// Of everybody, who wasn't there.
  private(set) var absent: [Piece] = []
  /// How many they are said to be.
  private(set) var stated: (count: Int, piece: Piece)?

  /// Whether it is nothing but one name.
  var isOneName: Bool {
    guard parts.count == 1, case .name = parts[0] else { return false }
    return stated == nil
  }

  init(_ text: String) {
    for piece in PeopleScanner(text).pieces { add(piece) }
  }

  private mutating func add(_ whole: PeopleScanner) {
    var piece = whole
    let isEverybody = everybody(piece.beforeBracket) != nil
    while let (head, inner) = piece.bracketed {
      if let count = statedCount(inner.text) {
        stated = (count, inner.piece)
      } else if isEverybody {
        for one in inner.pieces { addAbsent(one) }
      } else {
        break
      }
      piece = head
    }
    if let count = statedCount(piece.text, needsUnit: true) {
      stated = (count, piece.piece)
    } else if let branch = everybody(piece) {
      parts.append(.everybody(branch: branch.text.isEmpty ? nil : branch.piece, at: piece.piece.offset))
    } else if !piece.text.isEmpty {
      parts.append(.name(piece.piece))
    }
  }

  private mutating func addAbsent(_ one: PeopleScanner) {
    if let count = statedCount(one.text) {
      stated = (count, one.piece)
      return
    }
    var name = one
    while let shorter = name.without(prefixes: Self.except, suffixes: Self.reasons) { name = shorter }
    if !name.text.isEmpty { absent.append(name.piece) }
  }

  /// The branch whose members are all meant, empty where none is named; `nil` for what doesn't say everybody.
  private func everybody(_ piece: PeopleScanner) -> PeopleScanner? {
    for word in ["全体党员", "全体", "everybody"] {
      guard let rest = piece.dropping(prefix: word) else { continue }
      if rest.text.isEmpty { return rest }
      for colon in [":", "："] { if let branch = rest.dropping(prefix: colon) { return branch } }
    }
    return piece.dropping(suffix: "全体党员")
  }

  private static let except = ["除去", "除了", "除"]
  private static let reasons = [
    "请假", "病假", "事假", "公假", "休假", "产假", "出差", "缺席", "缺勤", "未到", "未参加", "除外", "以外", "外",
  ]
}

/// `10人`, `共10人`, `10`.
private func statedCount(_ text: String, needsUnit: Bool = false) -> Int? {
  var folded = text.foldedName
  for word in ["共", "合计", "实到", "到会"] { folded = folded.dropping(prefix: word).map(String.init) ?? folded }
  let unit = ["人", "名", "位"].first { folded.ends(with: $0) }
  if let unit { folded = folded.dropping(suffix: unit).map(String.init) ?? folded }
  guard unit != nil || !needsUnit, !folded.isEmpty, folded.utf8.count < 7,
    folded.utf8.allSatisfy({ (0x30...0x39).contains($0) })
  else { return nil }
  return Int(folded)
}
