import Diagnostics
import Scoring
import Texts
import WorkbookWriting

/// What a form offers to choose from, each list a column of one sheet beside it.
struct ChoiceLists {
  /// A column of the sheet of lists.
  enum List: Int, CaseIterable {
    case members, branches, items, levels, roles, activities, works, series

    var title: String {
      switch self {
      case .members: "党员"
      case .branches: "支部"
      case .items: "项目"
      case .levels: "级别"
      case .roles: "角色"
      case .activities: "活动"
      case .works: "工作"
      case .series: "系列"
      }
    }
  }

  /// A sheet so called is passed over when the form is read.
  static let sheetName = "选项"

  private let lists: [[String]]
  /// Of each member offered, who that is.
  private let people: [String]
  /// Members whom their names don't tell from others, as the explanation has them: `李娜（li-na-2，软件支部）`.
  let namesakes: [String]

  init(_ ledger: Ledger, _ year: Ref<YearLedger>) {
    let (roster, book) = (ledger.roster, ledger.years[year])
    let names = writtenNames(roster.members.map { ($0.key, [$0.name] + $0.also) })
    let present = roster.members.indices.filter { index in
      roster.memberships[index].contains {
        $0.from <= book.period.last && book.period.first <= ($0.to ?? book.period.first)
      }
    }.sorted { a, b in
      let (p, q) = (roster.members[a], roster.members[b])
      return (p.sortKey, p.key) < (q.sortKey, q.key)
    }
    let whereabouts = present.map { index in
      let stay = roster.memberships[index].last { $0.from <= book.period.last }
      return "\(roster.members[index].name)（\(stay.map { roster.branches[$0.branch].name } ?? "")）"
    }
    people = whereabouts
    namesakes = zip(present, whereabouts).filter { names[$0.0] != roster.members[$0.0].name }.map { index, who in
      "\(names[index])：\(who)"
    }
    let items = book.rulebook.items.filter(\.isRecordable)
    let ofBranches = book.rulebook.branchItems.map(\.rule).filter(\.isRecordable)
    lists = List.allCases.map { list in
      switch list {
      case .members: present.map { names[$0] }
      case .branches: writtenNames(roster.branches.map { ($0.id, [$0.name, $0.short] + $0.also) })
      // Of two items of one name the one that holds for the day and the person is meant.
      case .items: (items + ofBranches).map(\.name).once
      case .levels: (items + ofBranches).flatMap(\.levels).map(\.name).once
      case .roles: (items + ofBranches).flatMap(\.terms.roles).map(\.name).once
      case .activities: writtenNames(book.activities.map { ($0.id, [$0.title]) })
      case .works: writtenNames(ledger.works.map { ($0.id, [$0.title]) })
      case .series: book.rulebook.welfare.series.map(\.name).once
      }
    }
  }

  func isEmpty(_ list: List) -> Bool { lists[list.rawValue].isEmpty }

  /// A choice from a list; anything where there is nothing to choose.
  func choice(_ list: List, only: Bool = false, hint: String) -> Entry {
    guard !isEmpty(list), let column = kept.firstIndex(of: list) else { return Entry(.anything, hint: hint) }
    let range = ListRange(
      sheet: Self.sheetName, column: column + (list == .members ? 1 : 2), rows: 2...(lists[list.rawValue].count + 1))
    return Entry(.listed(range, only: only), hint: hint)
  }

  private var kept: [List] { List.allCases.filter { !isEmpty($0) || $0 == .members } }

  /// Who stands beside the members offered, since some of them go by an id.
  func sheet(_ printing: Printing) -> WrittenSheet {
    var sheet = WrittenSheet(name: Self.sheetName, printing: printing)
    let columns = kept.flatMap { list in
      list == .members ? [(list.title, lists[list.rawValue]), ("是谁", people)] : [(list.title, lists[list.rawValue])]
    }
    sheet.columns = columns.map { WrittenColumn($0.0) }
    let count = columns.map(\.1.count).max() ?? 0
    sheet.rows = (0..<count).map { row in
      columns.map { _, list in row < list.count ? .text(list[row]) : .empty }
    }
    return sheet
  }
}

/// How each of several is written so that it reads back as that one: by the first of its names that nobody else bears, else
/// by its id.
func writtenNames(_ entities: [(id: String, names: [String])]) -> [String] {
  var bearers: [String: Set<Int>] = [:]
  for (index, entity) in entities.enumerated() {
    for name in [entity.id] + entity.names { bearers[name.foldedName, default: []].insert(index) }
  }
  return entities.map { entity in
    entity.names.first { !$0.isEmpty && bearers[$0.foldedName]?.count == 1 } ?? entity.id
  }
}

extension Item {
  fileprivate var levels: [Level] { if case .levels(let levels) = form { levels } else { [] } }
}

extension Sequence<String> {
  /// Each once, in the order they came.
  fileprivate var once: [String] {
    var known = Set<String>()
    return filter { known.insert($0).inserted }
  }
}
