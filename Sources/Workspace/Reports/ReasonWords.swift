import Diagnostics
import Scoring

/// An award's reason in words.
struct ReasonWords {
  let ledger: Ledger
  let year: YearLedger
  let language: Language

  func text(of award: Award) -> String {
    switch award.reason {
    case .record(let index): text(of: year.records[Int(index)])
    case .welfareBase(let index):
      item(award) + note(year.welfare[Int(index)].note)
        + say(
          zh: "（累计满 \(year.rulebook.welfare.baseMinutes) 分钟）",
          en: " (\(year.rulebook.welfare.baseMinutes) minutes reached)")
    case .welfareBeyond(let index, let minutes):
      item(award) + note(year.welfare[Int(index)].note)
        + say(zh: "（超出部分 \(minutes) 分钟）", en: " (\(minutes) minutes beyond)")
    case .projectShare(let index, let task, let share):
      text(ofTask: Int(task), share: Int(share), in: year.projects[Int(index)])
    case .activity(let index, let claim): text(of: year.activities[Int(index)], claim: Int(claim))
    case .rating(let index):
      year.rulebook.branchItems[Int(award.item)].name + (year.ratings[Int(index)].note.isEmpty ? "" : colon)
        + year.ratings[Int(index)].note
    }
  }

  private func text(of record: Record) -> String {
    let item = year.rulebook.items[record.item]
    var text = item.name
    switch item.form {
    case .perUnit(_, let unit): text += " \(trimmed(record.quantity)) \(unit)"
    case .levels(let levels):
      text += say(zh: "（\(levels[Int(record.level)].name)）", en: " (\(levels[Int(record.level)].name))")
    case .perRecord where record.quantity != Points(1): text += " × \(trimmed(record.quantity))"
    case .perRecord, .welfareBase, .welfareBeyond, .project: break
    }
    if record.corrects != nil { text += say(zh: "（更正）", en: " (correction)") }
    if let entered = record.entered { text += say(zh: "（\(entered) 补录）", en: " (entered \(entered))") }
    return text + note(record.note)
  }

  private func text(ofTask task: Int, share: Int, in project: Project) -> String {
    let title = project.tasks.indices.contains(task) ? colon + project.tasks[task].title : ""
    return say(zh: "项目“\(project.title)”", en: "project “\(project.title)”") + title
      + say(zh: "，占 \(share)%", en: ", \(share) %")
  }

  private func text(of activity: Activity, claim: Int) -> String {
    let all = activity.claims.reduce(0) { $0 + $1.share }
    let share = activity.claims.indices.contains(claim) ? activity.claims[claim].share : all
    let part = share == all ? "" : say(zh: "（\(share)/\(all) 份）", en: " (\(share) of \(all) shares)")
    let reason = activity.override.map { say(zh: "；改定赋值：\($0.reason)", en: "; value set: \($0.reason)") } ?? ""
    return activity.title + part + reason
  }

  private func item(_ award: Award) -> String {
    year.rulebook.items.indices.contains(Int(award.item)) ? year.rulebook.items[Int(award.item)].name : ""
  }

  private func note(_ index: Int32) -> String {
    guard ledger.notes.indices.contains(Int(index)), !ledger.notes[Int(index)].isEmpty else { return "" }
    return colon + ledger.notes[Int(index)]
  }

  /// `2.00` → `2`, `1.50` → `1.5`.
  private func trimmed(_ quantity: Points) -> String {
    var text = "\(quantity)"
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private var colon: String { say(zh: "：", en: ": ") }
  private func say(zh: String, en: String) -> String { language == .chinese ? zh : en }
}
