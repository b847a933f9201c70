import Scoring

/// What makes the figure of a record's award: what it says of itself, then how its rule reads that.
extension AwardWords {
  /// Figures that may lie below zero.
  private func sign(_ figure: String) -> String { FigureText.signed(figure) }
  private func plain(_ points: Points) -> String {
    sign(decimalText(points.millionths, scale: 6, least: 0, most: 6))
  }
  private func plain(_ quantity: Quantity) -> String {
    sign(decimalText(quantity.hundredths, scale: 2, least: 0, most: 2))
  }

  func recordParts(_ award: Award, _ record: Record) -> [String] {
    guard award.basis != .recounted else {
      return ["“\(name(of: record, award.heading.standard))”\(award.day)更正，同组、同用上限的记录重新计算，这里是本项的差额"]
    }
    var parts: [String] = []
    if record.corrects != nil { parts.append(correctionWords(award)) }
    if let entered = record.entered { parts.append("\(entered)补录") }
    if let affair = record.affair { parts.append("事项：\(ledger.notes[Int(affair)])") }
    guard let rule = rule(award) else { return parts }
    if let words = formWords(rule.form, award, record) { parts.append(words) }
    if let role = record.role, rule.terms.roles.indices.contains(role) {
      let (name, factor) = (rule.terms.roles[role].name, rule.terms.roles[role].hundredths)
      parts.append(factor == 100 ? "角色：\(name)" : "角色：\(name)，按\(Quantity(hundredths: factor).plain)")
    }
    if case .again(let time) = award.basis, !rule.terms.again.isEmpty {
      let factor = rule.terms.again[min(Int(time) - 2, rule.terms.again.count - 1)]
      parts.append("第\(time)次，按\(Quantity(hundredths: factor).plain)倍")
    }
    return parts
  }

  /// A first time that is taken away makes a first of the second: the figure has what that moves.
  private func correctionWords(_ award: Award) -> String {
    rule(award)?.terms.again.isEmpty == false ? "更正，其余各次按次序重新计" : "更正"
  }

  /// Of the record's own item, which isn't the award's where a correction moves another.
  private func name(of record: Record, _ standard: Standard) -> String {
    let rulebook = ledger.years[year].rulebook
    return standard == .members
      ? rulebook.items[record.item].name : rulebook.branchItems[Int(record.item.index)].name
  }

  private func formWords(_ form: Item.Form, _ award: Award, _ record: Record) -> String? {
    let isCorrection = record.corrects != nil
    let quantity = plain(record.quantity)
    switch form {
    case .perUnit(let points, let unit, let each):
      guard let each else { return "\(sign(record.quantity.short))\(unit)×\(sign(points.description))" }
      let rule = "每满\(each.plain)\(unit)\(plain(points))分"
      return isCorrection
        ? "\(rule)，\(quantity)\(unit)，按更正后的数重新计"
        : "\(rule)，\(quantity)\(unit)计\(record.quantity.hundredths / max(1, each.hundredths))个整单位"
    case .levels(let levels):
      let level = levels[Int(record.level)]
      guard level.takesAll else { return level.name }
      return award.points > .zero
        ? "\(level.name)：退回\(award.points.plain)分"
        : award.points == .zero ? "\(level.name)：此项不得分，已无余分" : "\(level.name)：此项不得分，扣去余下\((-award.points).plain)分"
    case .steps(let steps, let unit):
      return isCorrection ? "\(quantity)\(unit)，按更正后的数重新定档" : stepWords(steps, record.quantity, unit)
    case .reach(let steps, let unit): return reachWords(steps, award, record.quantity, unit)
    case .range:
      guard isCorrection else { return form.isDeduction ? "酌情扣\(quantity)分" : "酌情\(quantity)分" }
      let isLess = record.quantity < .zero
      let change = isLess ? (-record.quantity).plain : quantity
      return "酌情\(isLess ? "少" : "多")\(form.isDeduction ? "扣" : "给")\(change)分"
    case .perRecord, .credit, .survey, .welfareBase, .welfareBeyond, .project, .rating: return nil
    }
  }

  /// `75分，60–80档0.5分`, `92分达90分档，计1.5分`
  private func stepWords(_ steps: [Item.Step], _ quantity: Quantity, _ unit: String) -> String {
    let stated = "\(quantity.plain)\(unit)"
    guard let index = steps.lastIndex(where: { $0.from <= quantity }) else {
      return "\(stated)未到\(steps.first?.from.plain ?? "")\(unit)档，不计分"
    }
    let (from, points) = (steps[index].from.plain, plain(steps[index].points))
    return steps.indices.contains(index + 1)
      ? "\(stated)，\(from)–\(steps[index + 1].from.plain)档 \(points)分" : "\(stated)达\(from)\(unit)档，计\(points)分"
  }

  /// `累计满20学时，补差3分`: a running sum pays what its step is worth beyond the step before.
  private func reachWords(_ steps: [Item.Step], _ award: Award, _ quantity: Quantity, _ unit: String) -> String? {
    guard case .reached(let hundredths) = award.basis else { return nil }
    let now = Quantity(hundredths: hundredths)
    let (before, after) = (steps.last { $0.from <= now - quantity }, steps.last { $0.from <= now })
    let change = (after?.points ?? .zero) - (before?.points ?? .zero)
    if change == .zero {
      let next = steps.first { $0.from > now }.map { "，未到\($0.from.plain)\(unit)档" } ?? ""
      return "累计\(now.plain)\(unit)\(next)，不另计分"
    }
    if quantity < .zero { return "累计减为\(now.plain)\(unit)，补差\(plain(change))分" }
    let reached = "累计满\(after?.from.plain ?? "")\(unit)"
    return before == nil ? "\(reached)，计\(plain(change))分" : "\(reached)，补差\(plain(change))分"
  }
}
