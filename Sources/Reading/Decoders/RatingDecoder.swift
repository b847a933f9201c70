import Diagnostics
import Parsing
import Scoring
import Texts

struct RatingColumns: TableColumns {
  var layout = TableLayout()
  let branch, item, points, on, note: ColumnNumber

  init() {
    branch = layout.refer("branch", "支部")
    item = layout.refer("item", "项目")
    points = layout.add("points", "分数")
    on = layout.add("on", "日期")
    note = layout.add("note", "说明", required: false)
  }
}

/// content/years/<year>/ratings.csv: the year-end rating of branches (S21).
func decodeRatings(_ draft: inout Draft, _ file: InputFile) -> Bool {
  let columns = RatingColumns()
  return draft.inYear(of: file) { draft, year in
    guard var rows = file.rows(columns.layout, draft.findings) else { return false }
    struct Cell: Hashable {
      let branch: Ref<Branch>
      let item: Ref<BranchItem>
    }
    var firsts: [Cell: Place] = [:]
    while rows.next() {
      let branch = rows.requiredReference(columns.branch, .branch, draft.branches.names)
      let item = rows.requiredReference(columns.item, .branchItem, year.branchItems, year: year.year)
      if rows.isEmpty(columns.points) { rows.missing(columns.points) }
      let points = rows.signedPoints(columns.points)
      let on = rows.requiredDay(columns.on)
      let reach = year.checkSettled(on, draft, at: rows.place(of: columns.on))
      guard let branch, let item, let points, let on, let rulebook = year.rulebook, reach != .waiting else {
        continue
      }
      let rule = rulebook.branchItems[item]
      guard case .rating(let least, let most) = rule.rule.form else {
        draft.findings.report(.ratedByRecords(rule, at: rows.place(of: columns.item)))
        continue
      }
      if points > most {
        draft.findings.report(.ratingAboveMaximum(points, rule, most, at: rows.place(of: columns.points)))
      }
      if points < least {
        draft.findings.report(.ratingBelowMinimum(points, rule, least, at: rows.place(of: columns.points)))
      }
      if let twin = firsts[Cell(branch: branch, item: item)] {
        let what = "\(draft.branches.entities[branch].id) \(rule.key)"
        draft.findings.report(.duplicateID(what, first: draft.findings.citation(twin), at: rows.place))
        continue
      }
      firsts[Cell(branch: branch, item: item)] = rows.place
      year.ratings.append(
        Rating(branch: branch, item: item, points: points, on: on, note: rows.text(columns.note), place: rows.place))
    }
    return rows.isSound
  }
}

extension Diagnostic {
  static func ratingAboveMaximum(_ points: Points, _ item: BranchItem, _ most: Points, at place: Place) -> Diagnostic {
    Diagnostic(
      .ratingAboveMaximum, at: place,
      message: Bilingual(
        zh: "\(points) 超过“\(item.key)”（\(item.name)）的最高分 \(most)",
        en: "\(points) is above the maximum of “\(item.key)”, \(most)"),
      remedy: Bilingual(zh: "改正分数，或在 rulebook.yaml 里改 max", en: "Correct the points, or max in rulebook.yaml"))
  }

  static func ratingBelowMinimum(_ points: Points, _ item: BranchItem, _ least: Points, at place: Place) -> Diagnostic {
    Diagnostic(
      .ratingBelowMinimum, at: place,
      message: least == .zero
        ? Bilingual(
          zh: "\(points) 是负数，“\(item.key)”（\(item.name)）考评不扣分",
          en: "\(points) is negative, and a rating of “\(item.key)” takes nothing away")
        : Bilingual(
          zh: "\(points) 低于“\(item.key)”（\(item.name)）的最低分 \(least)",
          en: "\(points) is below the minimum of “\(item.key)”, \(least)"),
      remedy: Bilingual(
        zh: "改正分数；考评要能扣分，在 rulebook.yaml 里写 min",
        en: "Correct the points, or let the rating deduct by min in rulebook.yaml"))
  }

  static func ratedByRecords(_ item: BranchItem, at place: Place) -> Diagnostic {
    Diagnostic(
      .itemNotRecordable, at: place,
      message: Bilingual(
        zh: "“\(item.key)”（\(item.name)）按记录计分，不在年终考评", en: "“\(item.key)” is earned by dated records and isn't rated"),
      remedy: Bilingual(
        zh: "在 records/ 里逐条登记，“支部”一列写支部编号", en: "Enter records into records/, with the branch in the column “branch”"))
  }
}
