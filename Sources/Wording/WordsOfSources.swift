import Texts

extension Words {
  /// Where a record or a rule stands, for readers: `记录b10-q2第126行`, `标准第8行`, `积分登记“3月”D7格`. The whole path stands
  /// beside it, in a title or in data.
  package static func source(_ cited: CitedPlace) -> String { stem(of: cited) + spot(cited.spot) }

  /// The same without the line or the cell.
  static func stem(of cited: CitedPlace) -> String {
    let parts = cited.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let name = parts.last.map(stem) ?? cited.path
    // A file that an office named says what it holds.
    let isOurs = name.utf8.allSatisfy { $0 < 0x80 }
    let folder = isOurs ? parts.dropLast().last.flatMap { folders[$0] } : nil
    return folder.map { $0 + name } ?? files[name] ?? name
  }

  /// The word that `source` has for the folder a line's file lies in, and the folder as a path is typed; `nil` where the two
  /// and the words of `source` don't tell the whole path. The file is a CSV.
  package static func folder(of cited: CitedPlace) -> (word: String, folder: String)? {
    guard case .line = cited.spot, let path = cited.path.dropping(prefix: "content/"),
      let stem = path.dropping(suffix: ".csv"), let slash = stem.utf8.lastIndex(of: UInt8(ascii: "/")),
      stem.utf8.allSatisfy({ $0 < 0x80 }),
      let word = stem[..<slash].utf8.split(separator: UInt8(ascii: "/")).last.flatMap({ folders[String(Substring($0))] }
      )
    else { return nil }
    return (word, String(stem[..<slash]))
  }

  private static let folders = [
    "records": "记录", "welfare": "公益", "surveys": "测评", "projects": "项目", "memberships": "名册", "members": "名册",
  ]
  private static let files = [
    "rulebook": "标准", "activities": "活动计划", "claims": "认领", "ratings": "考评", "decisions": "决定", "objections": "异议",
    "offices": "任职", "branches": "支部名册", "parents": "隶属", "organisation": "组织沿革",
    "items": "积分项目",
  ]

  /// A file's name without what kind of file it is.
  private static func stem(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
