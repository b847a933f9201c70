import Composing
import Engines
import Paper
import Reading
import Reports
import Scoring

/// What `print certificates` is asked for besides the year.
package struct CertificateOrder: Sendable {
  package enum Document: Sendable { case certificates, register, calibration }
  package var document: Document
  /// By id or name: the branch's own certificate and its members'.
  package var branch: String?
  /// By key or name.
  package var member: String?
  /// Whether only the words are printed, onto bought paper.
  package var isOverprint: Bool
  /// Millimetres to the right and down.
  package var shift: (x: Double, y: Double)

  package init(
    document: Document, branch: String?, member: String?, isOverprint: Bool, shift: (x: Double, y: Double)
  ) {
    self.document = document
    self.branch = branch
    self.member = member
    self.isOverprint = isOverprint
    self.shift = shift
  }
}

/// The certificates of a year's signed decisions, or what goes with them.
/// - Throws: `UsageFailure` where nobody was decided; `EnvironmentFailure`, also where a font lacks a character.
package func printCertificates(_ order: PrintOrder, _ wish: CertificateOrder) throws -> PrintReport {
  let shift = try paperShift(wish.shift)
  var boxes: [String] = []
  let report = try typeset(order, boxes: .refuse) { context, year in
    if wish.document == .calibration { return .calibration(context, year: year, shift: shift) }
    let choice = try context.content.ledger.choice(branch: wish.branch, member: wish.member)
    let plan: PrintPlan? =
      wish.document == .register
      ? .certificateRegister(context, year: year, for: choice)
      : .certificates(context, year: year, for: choice, overprint: wish.isOverprint ? shift : nil)
    guard let plan else {
      throw UsageFailure.nobodyDecided(context.content.ledger.years[year].year, wish.member ?? wish.branch)
    }
    let texts = context.certificateTexts(year, for: choice)
    // Another machine, with fonts of its own, may print what is left as HTML: a warning is enough.
    if order.isHTML {
      boxes = (try? Glyphs.ofThisMachine())?.boxes(in: texts) ?? []
    } else {
      try Glyphs.ofThisMachine().check(texts)
    }
    return plan
  }
  return report.warning(ofBoxes: boxes)
}

private func paperShift(_ millimetres: (x: Double, y: Double)) throws -> PaperShift {
  if let shift = PaperShift(x: millimetres.x, y: millimetres.y) { return shift }
  throw UsageFailure(
    zh: "--shift-x 和 --shift-y 是毫米数，在 -30 和 30 之间", en: "--shift-x and --shift-y are millimetres from -30 to 30")
}

extension Ledger {
  fileprivate func choice(branch: String?, member: String?) throws -> CertificateChoice {
    if let member { return .member(try self.member(named: member)) }
    return try branch.map { .branch(try self.branch(named: $0)) } ?? .everybody
  }
}

extension UsageFailure {
  fileprivate static func nobodyDecided(_ year: Int, _ whom: String?) -> UsageFailure {
    UsageFailure(
      zh: "\(year) 年还没有授予\(whom.map { "“\($0)”" } ?? "任何人或支部")荣誉的签发决定（decisions.yaml），没有证书可印",
      en: "no signed decision of \(year) honors \(whom.map { "“\($0)”" } ?? "anybody") (decisions.yaml): no certificate"
    )
  }
}
