import Texts

extension Words {
  /// A place of a record for a narrow column: the file's name and the line, behind the kind where it isn't a record of points; a file there is one of a year by what it holds.
  package static func shortSource(_ cited: CitedPlace) -> String {
    let parts = cited.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let file = parts.last ?? cited.path
    let stem = file.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(file[..<$0]) } ?? file
    let name = files[stem] ?? stem
    switch cited.spot {
    case .line(let line): return "\(parts.dropLast().last.flatMap { kinds[$0] } ?? "")\(name)第\(line)行"
    case .cell: return name + spot(cited.spot)
    }
  }

  /// A place that `spot` names by its line, by the number alone: a column's head says what it is of.
  package static func bareSpot(_ spot: String) -> String {
    guard spot.utf8.starts(with: "第".utf8), spot.utf8.suffix(3).elementsEqual("行".utf8) else { return spot }
    return String(Substring(spot.utf8.dropFirst(3).dropLast(3)))
  }

  /// Files there is one of a year.
  private static let files = [
    "rulebook": "标准", "ratings": "考评", "claims": "认领", "activities": "活动", "decisions": "决定",
  ]
  /// By the folder the file lies in.
  private static let kinds = ["welfare": "公益", "surveys": "测评", "projects": "项目", "memberships": "名册"]
}
