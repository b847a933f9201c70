import Diagnostics
import Scoring
import Texts

/// How an award of a year came about, in words: what for (`reason`), and what makes its figure (`detail`).
package struct AwardWords {
  let year: Ref<YearLedger>
  let ledger: Ledger
  let scorebook: Scorebook
  let tree: SourceTree
  let isData: Bool

  /// - Parameters:
  ///   - year: index of the year.
  ///   - isData: whether a figure below zero has a hyphen, for tables that are computed with.
  package init(
    year: Ref<YearLedger>, _ ledger: Ledger, _ scorebook: Scorebook, _ tree: SourceTree, isData: Bool = false
  ) {
    self.year = year
    self.isData = isData
    self.ledger = ledger
    self.scorebook = scorebook
    self.tree = tree
  }

  /// The rule of an award; `nil` for an activity's, whose rule is the matrix.
  func rule(_ award: Award) -> Item? {
    // Straight from the ledger: a year in a variable of its own has its dozen arrays counted for every award.
    ledger.years[year].rulebook.item(award.heading)
  }

  /// The daily record an award comes of, if it comes of one.
  func record(_ award: Award) -> Record? {
    switch award.reason {
    case .record(let index): ledger.years[year].records[Int(index)]
    case .branchRecord(let index): ledger.years[year].branchRecords[Int(index)].entry
    default: nil
    }
  }

  /// Whether of one affair only the highest counts, in the rule or in its group.
  func isOnce(_ award: Award) -> Bool {
    guard let rule = rule(award) else { return false }
    return rule.terms.isOnce || rule.terms.group.map { framework(award).groups[Int($0)].isOnce } ?? false
  }

  /// Why a member or branch got these points: `主题党日，3月集中学习`.
  package func reason(_ award: Award) -> String {
    if award.basis == .recounted { return join(rule(award)?.name ?? "", "随更正变动") }
    switch award.reason {
    case .record(let index):
      let record = ledger.years[year].records[Int(index)]
      return join(ledger.years[year].rulebook.items[record.item].name, ledger.notes[Int(record.note)])
    case .branchRecord(let index):
      let record = ledger.years[year].branchRecords[Int(index)]
      return join(ledger.years[year].rulebook.branchItems[record.item].name, ledger.notes[Int(record.note)])
    case .start:
      let name = rule(award)?.name ?? ""
      return join(name.holds("基础分") ? "" : name, "基础分，自\(award.day)")
    case .survey(let index):
      let row = ledger.years[year].surveys[Int(index)]
      return join(ledger.years[year].rulebook.items[row.item].name, row.note)
    case .welfareBase(let index):
      let entry = ledger.years[year].welfare[Int(index)]
      return join(
        "公益满\(Words.hours(ledger.years[year].rulebook.welfare.baseMinutes))小时", ledger.notes[Int(entry.note)])
    case .welfareBeyond(let index, let minutes):
      let entry = ledger.years[year].welfare[Int(index)]
      return join("公益超出\(Words.hours(Int(minutes)))小时", ledger.notes[Int(entry.note)])
    case .projectShare(let index, let task, _):
      let project = ledger.years[year].projects[Int(index)]
      return join("项目“\(project.title)”", project.tasks[Int(task)].title)
    case .activity(let index, _): return ledger.years[year].activities[Int(index)].title
    case .rating(let index):
      let rating = ledger.years[year].ratings[Int(index)]
      return join(ledger.years[year].rulebook.branchItems[rating.item].name, rating.note)
    }
  }

  /// What somebody did for these points, without the item they stand under: `3月集中学习`. Where the record says nothing of it,
  /// the item.
  package func deed(_ award: Award) -> String {
    let note: String
    switch award.reason {
    case .record(let index): note = ledger.notes[Int(ledger.years[year].records[Int(index)].note)]
    case .welfareBase(let index), .welfareBeyond(let index, _):
      note = ledger.notes[Int(ledger.years[year].welfare[Int(index)].note)]
    case .survey(let index): note = ledger.years[year].surveys[Int(index)].note
    case .projectShare(let index, let task, _):
      let project = ledger.years[year].projects[Int(index)]
      note = join(project.title, project.tasks[Int(task)].title)
    case .branchRecord, .start, .activity, .rating: note = ""
    }
    return note.isEmpty ? reason(award) : note
  }

  /// What else explains the figure: a correction, a step, a share, the cap that cut it. Empty when nothing does.
  package func detail(_ award: Award) -> String {
    let text = figures(award)
    return isData ? text.data : text.shown
  }

  /// The same for every form of it.
  package func figures(_ award: Award) -> FigureText {
    var parts: [String] = []
    switch award.reason {
    case .record(let index): parts = recordParts(award, ledger.years[year].records[Int(index)])
    case .branchRecord(let index): parts = recordParts(award, ledger.years[year].branchRecords[Int(index)].entry)
    case .survey(let index):
      let row = ledger.years[year].surveys[Int(index)]
      if case .survey(let weight) = ledger.years[year].rulebook.items[row.item].form {
        parts.append("民主测评\(row.score.plain)分×\(weight.plain)%（\(row.ballots)票）")
      }
    case .projectShare(let index, _, let share):
      let project = ledger.years[year].projects[Int(index)]
      let result = scorebook.years[year].projects[Int(index)]
      if case .graded(let grade, _) = result.state {
        parts.append("\(project.value)×\(grade)÷100＝\(result.points.exact)，份额\(share)%")
      }
    case .activity(let index, let claim):
      let activity = ledger.years[year].activities[Int(index)]
      if let override = activity.override {
        parts.append("改定赋值：\(override.reason)")
      } else {
        parts.append("复杂度\(activity.complexity)×覆盖面\(activity.coverage)")
      }
      if activity.claims.count > 1 { parts.append("份额\(activity.claims[Int(claim)].share)") }
    case .start, .welfareBase, .welfareBeyond, .rating: break
    }
    if award.capped != .zero, award.basis != .recounted { parts.append(cut(award)) }
    return FigureText(marked: parts.joined(separator: "；"))
  }

  /// What says by itself which rule it is of isn't told twice.
  private func join(_ head: String, _ tail: String) -> String {
    if tail.isEmpty { return head }
    return head.isEmpty || tail.begins(with: head) ? tail : "\(head)，\(tail)"
  }
}
