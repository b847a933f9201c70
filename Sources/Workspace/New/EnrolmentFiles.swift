import Reading
import Scoring
import Texts

/// The tables as they stand once an enrolment is entered: lines are added below, and of a stay that ends its last day is
/// filled in; nothing else changes.
struct EnrolmentFiles {
  static let keys = "content/keys.csv"
  static let keyHeading = "姓名,支部,入党日期,编号,拼音,笔画"
  static let stays = "content/memberships/roster.csv"
  static let stayHeading = "党员,支部,自,至,身份,免计"

  /// By path.
  private(set) var changed: [String: [UInt8]] = [:]
  /// Tables whose header is another than the one written here.
  private(set) var foreign: [(path: String, heading: String, line: String)] = []
  /// Ends that no line could take: of workbooks, and of tables that have no column for them.
  private(set) var unwritten: [Enrolment.End] = []

  init(_ enrolment: Enrolment, in tree: SourceTree) {
    for end in enrolment.ends { fill(end, tree) }
    add(enrolment.people.map(\.line), to: Self.keys, Self.keyHeading, tree)
    let unfinished = Set(unwritten.map(\.key))
    add(enrolment.stays.filter { !unfinished.contains($0.key) }.map(\.line), to: Self.stays, Self.stayHeading, tree)
  }

  private func bytes(_ path: String, _ tree: SourceTree) -> [UInt8]? {
    changed[path] ?? tree.index(of: path).map { tree.files[Int($0)].bytes }
  }

  private mutating func add(_ lines: [String], to path: String, _ heading: String, _ tree: SourceTree) {
    guard let first = lines.first else { return }
    var text = bytes(path, tree) ?? Array((heading + "\n").utf8)
    let header = text.prefix { $0 != 0x0A && $0 != 0x0D }
    guard header.elementsEqual(heading.utf8) else {
      foreign.append((path, heading, first))
      return
    }
    if text.last != 0x0A, text.last != 0x0D { text.append(0x0A) }
    for line in lines { text += Array((line + "\n").utf8) }
    changed[path] = text
  }

  private mutating func fill(_ end: Enrolment.End, _ tree: SourceTree) {
    let path = tree.path(of: end.place)
    guard tree.files[Int(end.place.file)].sheet == nil, let text = bytes(path, tree),
      let filled = filling(end.last, line: Int(end.place.line), in: text)
    else {
      unwritten.append(end)
      return
    }
    changed[path] = filled
  }
}

/// The table with a day in a line's column `to`; `nil` where it has none, or the cell isn't plain or isn't empty.
func filling(_ day: Day, line: Int, in table: [UInt8]) -> [UInt8]? {
  var rows = table.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  func cells(_ row: [UInt8]) -> [[UInt8]]? {
    let plain = row.last == 0x0D ? Array(row.dropLast()) : row
    guard !plain.contains(UInt8(ascii: "\"")) else { return nil }
    return plain.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Array.init)
  }
  func isComment(_ row: [UInt8]) -> Bool { row.starts(with: "#".utf8) || row.starts(with: "\"#".utf8) }
  guard line > 1, line <= rows.count,
    let header = rows.first(where: { !isComment($0) }).flatMap(cells), var found = cells(rows[line - 1]),
    let column = header.firstIndex(where: { ["至", "to"].contains(String(decoding: $0, as: UTF8.self).trimmed) }),
    column < found.count, String(decoding: found[column], as: UTF8.self).trimmed.isEmpty
  else { return nil }
  found[column] = Array("\(day)".utf8)
  rows[line - 1] = Array(found.joined(separator: [UInt8(ascii: ",")])) + (rows[line - 1].last == 0x0D ? [0x0D] : [])
  return Array(rows.joined(separator: [0x0A]))
}

extension Enrolment.Person {
  var line: String {
    [name, branch ?? "", joined.map { "\($0)" } ?? "", key, pinyin, strokes].map(csvField).joined(separator: ",")
  }
}

extension Enrolment.Stay {
  var cells: [String] {
    [key, branch, "\(from)", to.map { "\($0)" } ?? "", isProbationary ? "预备" : "正式", exemption ?? ""]
  }

  var line: String { cells.map(csvField).joined(separator: ",") }
}
