import Diagnostics
import Parsing
import Texts

/// Mistakes of one sheet, those of one kind folded: the first is reported, with the number of the others.
struct FormFaults {
  private struct Key: Hashable {
    let code: DiagnosticCode
    let what: String
    let column: Int32
  }

  private var keys: [Key] = []
  private var found: [Key: (first: Diagnostic, places: [Place], count: Int)] = [:]

  mutating func add(_ diagnostic: Diagnostic, about what: String, column: Int32) {
    let key = Key(code: diagnostic.code, what: what, column: column)
    if found[key] == nil { keys.append(key) }
    found[key, default: (diagnostic, [], 0)].count += 1
    if let place = diagnostic.place, found[key, default: (diagnostic, [], 0)].places.count < 6 {
      found[key]?.places.append(place)
    }
  }

  /// Says each once: after all rows were seen.
  func report(_ findings: MistakeCollector) {
    for key in keys {
      guard let (first, places, count) = found[key] else { continue }
      findings.report(count == 1 ? first : first.folded(count, places))
    }
  }
}

extension Diagnostic {
  /// The same for several cells of a sheet.
  fileprivate func folded(_ count: Int, _ places: [Place]) -> Diagnostic {
    let more = places.dropFirst().map { cellName(row: $0.line, column: $0.column) }
    let (zh, en) = (more.joined(separator: "、"), more.joined(separator: ", "))
    let isCut = count > places.count
    return Diagnostic(
      code, severity, at: place,
      message: Bilingual(
        zh: message.zh + "（同样的还有 \(count - 1) 处：\(zh)\(isCut ? "等" : "")）",
        en: message.en + " (and in \(count - 1) more: \(en)\(isCut ? ", …" : ""))"),
      remedy: remedy)
  }
}
