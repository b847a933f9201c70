import Scoring

/// SHA-256 of what a rulebook says: its settings with their defaults filled in, whatever order, quotes, comments and line
/// ends they are written with.
///
/// Seals hold it. So a setting that comes later is named here only where it isn't at its default: else a seal made
/// before it would seem broken.
package func rulesDigest(_ rulebook: Rulebook, works: [Work], branches: [Branch]) -> String {
  var statement = Statement()
  statement.say("title", rulebook.title)
  let ids = { (list: [Ref<Work>]) in list.map { works[$0].id } }
  for item in rulebook.items {
    statement.say("item", item.key, item.name, words(item.kind), item.proof)
    statement.say("caps", words(item.caps.record), words(item.caps.month), words(item.caps.year))
    statement.say("form", words(item.form))
    statement.say("works", ids(item.works))
    statement.say(item, rulebook.memberFramework, branches: branches)
  }
  for item in rulebook.branchItems {
    statement.say("branch item", item.key, item.name, words(item.kind), words(item.maximum), item.proof)
    statement.say("works", ids(item.works))
    if !item.isRated {
      let caps = item.rule.caps
      statement.say("caps", words(caps.record), words(caps.month), words(caps.year))
      statement.say("form", words(item.rule.form))
    } else if case .rating(let least, _) = item.rule.form, least != .zero {
      statement.say("least", least.exact)
    }
    statement.say(item.rule, rulebook.branchFramework, branches: branches)
  }
  for row in rulebook.matrix { statement.say("matrix", row.map(\.exact)) }
  let evaluation = rulebook.evaluation
  statement.say(
    "evaluation",
    [evaluation.method.rawValue, "\(evaluation.selfWeight)", "\(evaluation.headWeight)"]
      + evaluation.grades.map { "\($0)" })
  let welfare = rulebook.welfare
  statement.say(
    "welfare", "\(welfare.baseMinutes)", "\(welfare.stepMinutes)", welfare.stepPoints.exact,
    "\(welfare.participantMinutes)", "\(welfare.gateTenths)", "\(welfare.stars.minimumMinutes)",
    "\(welfare.stars.first)")
  for series in welfare.series {
    statement.say("series", [series.id, series.name, "\(series.minimum)", "\(series.people)"] + ids(series.works))
  }
  statement.say("ranking", "\(rulebook.ranking.published)", rulebook.ranking.tieKey.rawValue)
  statement.say(
    "qualification", "\(rulebook.qualification.perBranch)", "\(rulebook.qualification.minimumMonths)")
  statement.say("cadre", "\(rulebook.cadre.bestPercent)", "\(rulebook.cadre.tiers)")
  statement.say("vetoes", rulebook.memberFramework.vetoes)
  statement.say("base total", words(rulebook.baseTotal))
  if rulebook.qualification.isBaseEnough { statement.say("base enough", "true") }
  statement.say("members", rulebook.memberFramework)
  if !rulebook.branchFramework.vetoes.isEmpty { statement.say("branch vetoes", rulebook.branchFramework.vetoes) }
  statement.say("branches", rulebook.branchFramework)
  return HashFunction.sha256.digest(of: statement.text)
}

/// Words in lines; the separators can't stand in a word.
private struct Statement {
  var text: [UInt8] = []

  mutating func say(_ words: String...) { say(words) }
  mutating func say(_ subject: String, _ words: [String]) { say([subject] + words) }

  private mutating func say(_ words: [String]) {
    for word in words {
      text += word.utf8
      text.append(0x1F)
    }
    text.append(0x1E)
  }
}

// What came later than the first seals: nothing where it is at its default.
extension Statement {
  fileprivate mutating func say(_ item: Item, _ framework: Framework, branches: [Branch]) {
    let (caps, terms) = (item.caps, item.terms)
    if caps.day ?? caps.week ?? caps.quarter != nil {
      say("more caps", words(caps.day), words(caps.week), words(caps.quarter))
    }
    if let start = terms.start { say("start", start.exact) }
    if !terms.roles.isEmpty { say("roles", terms.roles.flatMap { [$0.name, "\($0.hundredths)"] }) }
    if terms.isOnce { say("once", "true") }
    if !terms.again.isEmpty { say("again", terms.again.map { "\($0)" }) }
    if let audience = terms.audience {
      say(
        "for",
        audience.standings.map { "\($0)" } + audience.duties.map(\.rawValue)
          + audience.branches.map { branches[$0].id })
    }
    if let validity = terms.validity { say("days", "\(validity.first)", "\(validity.last)") }
    if let group = terms.group { say("in", framework.groups[Int(group)].key) }
  }

  fileprivate mutating func say(_ standard: String, _ framework: Framework) {
    for group in framework.groups {
      say(
        standard + " group",
        [group.key, group.name, group.isOnce ? "once" : ""]
          + group.caps.set.flatMap { ["\($0.span)", $0.points.exact] })
    }
    if framework.total.cap ?? framework.total.floor != nil {
      say(standard + " total", words(framework.total.cap), words(framework.total.floor))
    }
    for band in framework.bands {
      say(
        standard + " band", band.name, band.from.exact,
        band.atMost.map { "\($0.numerator)/\($0.denominator)" } ?? "")
    }
  }
}

private func words(_ steps: [Item.Step]) -> [String] { steps.flatMap { ["\($0.from)", $0.points.exact] } }
private func words(_ kind: Item.Kind) -> String { kind == .base ? "base" : "optional" }
private func words(_ points: Points?) -> String { points?.exact ?? "" }

private func words(_ form: Item.Form) -> [String] {
  switch form {
  case .perRecord(let points): ["points", points.exact]
  case .perUnit(let points, let unit, let each): ["per", points.exact, unit] + (each.map { ["each", "\($0)"] } ?? [])
  // Written as a mapping, whose order says nothing.
  case .levels(let levels):
    ["levels"] + levels.sorted { $0.name < $1.name }.flatMap { [$0.name, $0.takesAll ? "all" : $0.points.exact] }
  case .steps(let steps, let unit): ["steps", unit] + words(steps)
  case .reach(let steps, let unit): ["reach", unit] + words(steps)
  case .range(let least, let most): ["range", least.exact, most.exact]
  case .credit: ["start"]
  case .survey(let weight): ["survey", "\(weight)"]
  case .rating(let least, let most): ["rating", least.exact, most.exact]
  case .welfareBase(let points): ["welfare-base", points.exact]
  case .welfareBeyond: ["welfare-beyond"]
  case .project: ["project"]
  }
}

extension Seal {
  /// Whether the rulebook still says what it said when the period was sealed.
  /// - Parameter bytes: of its file.
  func holds(_ rulebook: Rulebook, works: [Work], branches: [Branch], bytes: [UInt8]) -> Bool {
    switch self.rulebook {
    case .saying(let digest): return rulesDigest(rulebook, works: works, branches: branches) == digest
    // Only the text was kept: at least its mark and its line ends say nothing.
    case .written(let digest):
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let plain = withoutLineEndsOfWindows(bytes)
      let windows = plain.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
      return [bytes, plain, mark + plain, windows, mark + windows].contains {
        HashFunction.sha256.digest(of: $0) == digest
      }
    }
  }
}

/// A text without a mark at its beginning and with line ends of one byte, as every editor reads it.
package func withoutLineEndsOfWindows(_ bytes: [UInt8]) -> [UInt8] {
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count)
  for (index, byte) in bytes.enumerated().dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
    if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
    plain.append(byte)
  }
  return plain
}
