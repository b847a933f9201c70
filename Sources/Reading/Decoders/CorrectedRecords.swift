import Diagnostics
import Parsing
import Scoring
import Texts

/// Finds the records that corrections speak of by their place, or by whose they are: looked through once a year.
struct CorrectedRecords {
  private let findings: MistakeCollector
  private let tree: SourceTree
  private let year: YearDraft
  private let names: (member: (Ref<Member>) -> String, branch: (Int) -> String)
  /// Records that correct none, of each holder; made when first asked for.
  private var held: [Bool: [Ref<Member>: [Int32]]] = [:]

  init(_ year: YearDraft, _ draft: Draft) {
    (findings, tree, self.year) = (draft.findings, draft.tree, year)
    let (members, branches) = (draft.members.entities, draft.branches.entities)
    names = ({ members[$0].name }, { branches[$0].name })
  }

  private func all(_ isBranch: Bool) -> [Record] { (isBranch ? year.branchRecords : year.records).records }

  /// Indexes of the records of a holder, item and day.
  mutating func records(of subject: WrittenCorrection.Subject, isBranch: Bool) -> [Int32] {
    let records = all(isBranch)
    if held[isBranch] == nil {
      held[isBranch] = Dictionary(
        grouping: records.indices.lazy.filter { records[$0].corrects == nil }.map { Int32($0) },
        by: { records[Int($0)].member })
    }
    return held[isBranch, default: [:]][subject.holder, default: []].filter {
      records[Int($0)].item == subject.item && records[Int($0)].day == subject.day
    }
  }

  /// The record a correction speaks of; what can't be found, or has moved, is reported.
  mutating func target(of correction: WrittenCorrection) -> Int32? {
    guard let named = correction.named else {
      guard let subject = correction.subject else { return nil }
      let found = records(of: subject, isBranch: correction.isBranch)
      if found.count != 1 { report(found, of: correction, subject) }
      return found.count == 1 ? found[0] : nil
    }
    guard let cited = CitedPlace(named.value) else { return identified(named, correction) }
    guard let subject = correction.subject else { return nil }
    let whole = cited.within(year: year.year)
    let candidates = records(of: subject, isBranch: correction.isBranch)
    let rows = tree.rows(of: whole)
    if rows.isEmpty {
      if !tree.isRefused(whole.path) { report(candidates, of: correction, subject) }
      return nil
    }
    let records = all(correction.isBranch)
    let inRow = candidates.filter { index in
      let place = records[Int(index)].place
      return rows.contains { $0.file == place.file && $0.line == place.line }
    }
    if inRow.count == 1 { return inRow[0] }
    // In a row of several the very cell is meant.
    if case .cell = cited.spot,
      let one = inRow.first(where: { tree.spot(of: records[Int($0)].place) == cited.spot })
    {
      return one
    }
    report(candidates, of: correction, subject)
    return nil
  }

  private func identified(_ named: Located<String>, _ correction: WrittenCorrection) -> Int32? {
    guard let id = named.reference(.record, year.recordIDs, year: year.year, findings: findings) else { return nil }
    let address = year.recordsByID[Int(id.index)]
    guard !address.indexes.isEmpty else { return nil }
    let isStray: (Record) -> Bool = { record in
      correction.holder.map { $0 != record.member } ?? false
        || correction.subject.map { $0.item != record.item || $0.day != record.day } ?? false
    }
    let records = all(address.isBranch)
    let candidates = address.indexes.filter { !isStray(records[Int($0)]) }
    guard candidates.count == 1, address.isBranch == correction.isBranch || correction.holder == nil else {
      let first = records[Int(address.indexes.lowerBound)]
      findings.report(.strayCorrection(named.value, of: findings.citation(first.place), at: named.place))
      return nil
    }
    return candidates[0]
  }

  /// Whether the record behind an id is a branch's.
  func isBranch(_ correction: WrittenCorrection) -> Bool {
    guard let named = correction.named, CitedPlace(named.value) == nil,
      case .found(let id) = year.recordIDs.naming(named.value)
    else { return correction.isBranch }
    return year.recordsByID[Int(id.index)].isBranch
  }

  private func report(_ found: [Int32], of correction: WrittenCorrection, _ subject: WrittenCorrection.Subject) {
    let records = all(correction.isBranch)
    let holder = correction.isBranch ? names.branch(Int(subject.holder.index)) : names.member(subject.holder)
    let items = correction.isBranch ? year.branchRules : year.memberItems
    findings.report(
      .notThere(
        correction.named?.value, "\(holder) \(subject.day) \(items[subject.item].name)",
        found.map { findings.citation(records[Int($0)].place) }, at: correction.named?.place ?? correction.place))
  }
}

extension CitedPlace {
  /// With the path from the project folder, where it is written from the folder of a year as pages show it.
  func within(year: Int) -> CitedPlace {
    let folder = "content/years/\(year)/"
    let whole = path.begins(with: folder) ? path : path.begins(with: "years/") ? "content/\(path)" : folder + path
    return CitedPlace(path: whole, spot: spot)
  }
}

extension Diagnostic {
  /// - Parameter found: where such records stand.
  fileprivate static func notThere(_ cited: String?, _ record: String, _ found: [String], at place: Place) -> Diagnostic
  {
    let message =
      if let cited {
        Bilingual(
          zh: "\(cited.shortened) 不是“\(record)”这一条；写下以后，行可能移动过",
          en: "\(cited.shortened) isn't the record “\(record)”; rows may have moved since")
      } else if found.isEmpty {
        Bilingual(zh: "没有“\(record)”这样一条记录", en: "there is no record “\(record)”")
      } else {
        Bilingual(zh: "“\(record)”有 \(found.count) 条，不知道改哪一条", en: "\(found.count) records are “\(record)”")
      }
    return Diagnostic(
      .correctionPlace, at: place, message: message,
      remedy: found.isEmpty
        ? Bilingual(
          zh: "核对党员、原日期和项目；原日期写记录上的日期", en: "Check member, item and the record's own day")
        : Bilingual(
          zh: "在“更正”里写：\(found.listed(with: "、"))", en: "Write under `corrects`: \(found.listed(with: ", "))"))
  }
}
