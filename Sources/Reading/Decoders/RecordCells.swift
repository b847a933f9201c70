import Diagnostics
import Parsing
import Scoring
import Texts

/// What the cells of a record say of its item, and whether that item has use for it. The item itself is only looked at to
/// word a mistake.
extension TableRows {
  /// The number of the cell's words among all notes, each kept once.
  func note(_ column: ColumnNumber, in notes: inout ByteTable) -> Int32 {
    let cell = cells[column.number]
    guard cell.hasEscapes else { return notes.insert(bytes.span.extracting(cell.start..<cell.end)).index }
    let text = Array(string(cell).utf8)
    return notes.insert(text.span).index
  }

  func placeIfGiven(_ column: ColumnNumber) -> Place? { isEmpty(column) ? nil : place(of: column) }

  /// What the row says of its item; `nil` where some of it can't be read or is missing, which is reported.
  /// - Parameter isClosed: whether the row's day is sealed or final, where checks that came later only warn.
  mutating func figures(_ standard: RecordStandard, _ item: Int, isClosed: () -> Bool) -> RecordFigures? {
    guard standard.rules[item].isRecordable else {
      // That is all there is to say of the row.
      findings.report(.itemNotRecordable(standard.items[item], at: place(of: recordColumns.item)))
      return nil
    }
    let isCorrection = !isEmpty(recordColumns.corrects)
    let quantity = quantity(recordColumns.quantity, standard, item)
    let level = level(recordColumns.level, standard, item, isCorrection: isCorrection)
    let role = role(recordColumns.role, standard, item, isCorrection: isCorrection)
    let hasWords = checkWords(standard, item)
    if standard.rules[item].isBeyond {
      findings.report(.absurdRule(standard.items[item], at: place(of: recordColumns.item)))
    }
    guard let quantity else { return nil }
    check(quantity, standard, item, isCorrection: isCorrection, isClosed: isClosed)
    guard let level, let role, hasWords else { return nil }
    return RecordFigures(quantity: quantity, level: level, role: role < 0 ? nil : Int(role))
  }

  /// How much a record states: one where nothing is written, unless the item asks for it.
  private mutating func quantity(_ column: ColumnNumber, _ standard: RecordStandard, _ item: Int) -> Quantity? {
    let rule = standard.rules[item]
    if rule.isPercent { dropPercentSign(column) }
    guard isEmpty(column) else { return quantity(column) }
    guard rule.needsQuantity else { return .one }
    findings.report(.quantityMissing(standard.items[item], at: place(of: column)))
    return nil
  }

  /// A quantity of an item that isn't known, which is reported: whether it is one at all.
  mutating func checkQuantityOfUnknown(_ column: ColumnNumber) {
    dropPercentSign(column)
    _ = quantity(column)
  }

  /// A quantity says something only where points are given by it; elsewhere a correction's says how much of the record it
  /// takes away.
  private func check(
    _ quantity: Quantity, _ standard: RecordStandard, _ item: Int, isCorrection: Bool, isClosed: () -> Bool
  ) {
    let rule = standard.rules[item]
    if quantity < .zero, !isCorrection {
      return findings.report(
        .negativeQuantity(text(recordColumns.quantity), standard.items[item], at: place(of: recordColumns.quantity)))
    }
    if quantity == .zero {
      if !rule.mayBeNothing || isCorrection { findings.report(.zeroQuantity(at: place(of: recordColumns.quantity))) }
      return
    }
    switch rule.quantities {
    case .units(let points, let each):
      if worthOfUnits(points, each: each, quantity: quantity.hundredths).magnitude > rule.mostWorth,
        case .perUnit(let points, let unit, let each) = standard.items[item].form
      {
        findings.report(.absurdPoints(quantity, unit, points, each: each, at: place(of: recordColumns.quantity)))
      }
    case .once:
      // A negative one without a record to correct was reported already.
      if quantity > .zero, quantity != .one {
        let found = Diagnostic.quantityNotUsed(quantity, standard.items[item], at: place(of: recordColumns.quantity))
        findings.report(isClosed() ? found.tolerated(.closedQuantity) : found)
      }
    case .range(let least, let most):
      if !isCorrection, !(least...most).contains(quantity.hundredths) {
        findings.report(
          .outsideRange(
            quantity, standard.items[item], Quantity(hundredths: least)...Quantity(hundredths: most),
            at: place(of: recordColumns.quantity)))
      }
    case .free: break
    }
  }

  /// Reason and affair, where the item asks for them; a correction may leave the affair to its record.
  /// - Returns: whether it has what it must.
  private func checkWords(_ standard: RecordStandard, _ item: Int) -> Bool {
    let rule = standard.rules[item]
    let lacksReason = rule.isDiscretion && isEmpty(recordColumns.note)
    let lacksAffair = rule.isOnce && isEmpty(recordColumns.affair) && isEmpty(recordColumns.corrects)
    if lacksReason { findings.report(.reasonMissing(standard.items[item], at: place(of: recordColumns.note))) }
    if lacksAffair { findings.report(.affairMissing(standard.items[item], at: place(of: recordColumns.affair))) }
    if !rule.isOnce, !isEmpty(recordColumns.affair) {
      findings.report(.affairNotUsed(standard.items[item], at: place(of: recordColumns.affair)))
    }
    return !lacksReason && !lacksAffair
  }

  /// The number of the level named in the cell; an item without levels names none, and a correction may leave it to the
  /// record it corrects.
  private func level(_ column: ColumnNumber, _ standard: RecordStandard, _ item: Int, isCorrection: Bool) -> Int32? {
    if isEmpty(column) {
      guard standard.rules[item].hasLevels, !isCorrection else { return 0 }
      missing(column)
      return nil
    }
    if case .found(let one) = naming(column, standard.levels[item]) { return one.index }
    findings.report(
      errorAt: place,
      .unknownLevel(
        text(column).shortened, standard.items[item], standard.levels[item].ids, at: place(of: column)))
    return nil
  }

  /// The same for the role, which is -1 where none is named.
  private func role(_ column: ColumnNumber, _ standard: RecordStandard, _ item: Int, isCorrection: Bool) -> Int32? {
    if isEmpty(column) {
      guard standard.rules[item].hasRoles, !isCorrection else { return -1 }
      missing(column)
      return nil
    }
    if case .found(let one) = naming(column, standard.roles[item]) { return one.index }
    findings.report(
      errorAt: place,
      .unknownRole(
        text(column).shortened, standard.items[item], standard.roles[item].ids, at: place(of: column)))
    return nil
  }
}

/// What a record says of its item.
struct RecordFigures {
  let quantity: Quantity
  let level: Int32
  let role: Int?
}
