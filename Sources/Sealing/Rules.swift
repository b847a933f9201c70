import Scoring

/// SHA-256 of what a rulebook says: its settings with their defaults filled in, whatever order, quotes, comments and line
/// ends they are written with.
///
/// Seals hold it. So a setting that comes later is named here only where it isn't at its default: else a seal made
/// before it would seem broken.
package func rulesDigest(_ rulebook: Rulebook, works: [Work]) -> String {
  var statement = Statement()
  statement.say("title", rulebook.title)
  let ids = { (list: [Ref<Work>]) in list.map { works[$0].id } }
  for item in rulebook.items {
    statement.say("item", item.key, item.name, words(item.kind), item.proof)
    statement.say("caps", words(item.caps.record), words(item.caps.month), words(item.caps.year))
    statement.say("form", words(item.form))
    statement.say("works", ids(item.works))
  }
  for item in rulebook.branchItems {
    statement.say("branch item", item.key, item.name, words(item.kind), item.maximum.exact, item.proof)
    statement.say("works", ids(item.works))
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
  statement.say("vetoes", rulebook.vetoes)
  statement.say("base total", words(rulebook.baseTotal))
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

private func words(_ kind: Item.Kind) -> String { kind == .base ? "base" : "optional" }
private func words(_ points: Points?) -> String { points?.exact ?? "" }

private func words(_ form: Item.Form) -> [String] {
  switch form {
  case .perRecord(let points): ["points", points.exact]
  case .perUnit(let points, let unit): ["per", points.exact, unit]
  // Written as a mapping, whose order says nothing.
  case .levels(let levels): ["levels"] + levels.sorted { $0.name < $1.name }.flatMap { [$0.name, $0.points.exact] }
  case .welfareBase(let points): ["welfare-base", points.exact]
  case .welfareBeyond: ["welfare-beyond"]
  case .project: ["project"]
  }
}

extension Seal {
  /// Whether the rulebook still says what it said when the period was sealed.
  /// - Parameter bytes: of its file.
  func holds(_ rulebook: Rulebook, works: [Work], bytes: [UInt8]) -> Bool {
    switch self.rulebook {
    case .saying(let digest): return rulesDigest(rulebook, works: works) == digest
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
