import Texts

/// A sentence in both languages of the program, side by side so that neither can be forgotten.
package struct Bilingual: Hashable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package func text(in language: Language) -> String { language == .chinese ? zh : en }

  fileprivate var withoutPersonalNumbers: Bilingual {
    Bilingual(zh: zh.withoutPersonalNumbers, en: en.withoutPersonalNumbers)
  }
}

package enum Language: Sendable { case chinese, english }

/// A user's mistake: what is wrong, where, and how to mend it. Collected through every stage, never thrown (law 3).
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: Int, Sendable { case error, warning }

  package let code: DiagnosticCode
  package let severity: Severity
  /// `nil` where no single place is at fault (an empty folder, say); `path` then names the file or folder.
  package var place: Place?
  package let path: String?
  package let message: Bilingual
  package let remedy: Bilingual
  /// How many more of its severity its file has that aren't listed one by one.
  package var further = 0

  package init(
    _ code: DiagnosticCode, _ severity: Severity = .error, at place: Place?, path: String? = nil,
    message: Bilingual, remedy: Bilingual
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.path = path
    self.message = message.withoutPersonalNumbers
    self.remedy = remedy.withoutPersonalNumbers
  }
}

extension Diagnostic {
  /// The same as a warning, where what was signed can't be changed any more: closed content isn't barred by rules that
  /// came later.
  /// - Parameter remedy: what the program does with it.
  package func tolerated(_ remedy: Bilingual) -> Diagnostic {
    Diagnostic(code, .warning, at: place, path: path, message: message, remedy: remedy)
  }
}

extension Diagnostic {
  /// The same as an error, for who publishes without anybody looking on.
  package var insisted: Diagnostic {
    Diagnostic(code, .error, at: place, path: path, message: message, remedy: remedy)
  }
}

/// The mistakes of one file and severity; those of whole files and folders, which have no place, are one heap.
private struct Heap: Hashable {
  let file: Int32?
  let severity: Diagnostic.Severity
}

extension Diagnostic {
  /// A table with a wrong column has as many mistakes as rows: nobody reads more than this.
  package static let mostPerFile = 200
}

extension [Diagnostic] {
  /// Reading order: place first, errors before warnings, then code; each finding once.
  package func inReadingOrder() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }.sorted { a, b in
      let first = Place(file: -1, line: 0, column: 0)
      let (p, q) = (a.place ?? first, b.place ?? first)
      if p != q { return p < q }
      if a.severity != b.severity { return a.severity.rawValue < b.severity.rawValue }
      return (a.path ?? "", a.code.rawValue, a.message.en) < (b.path ?? "", b.code.rawValue, b.message.en)
    }
  }

  /// Of diagnostics in reading order, the first of each file and severity, the last of them counting the rest.
  package func capped(perFile limit: Int = Diagnostic.mostPerFile) -> [Diagnostic] {
    var heaps: [Heap: (count: Int, last: Int)] = [:]
    var kept: [Diagnostic] = []
    for diagnostic in self {
      let heap = Heap(file: diagnostic.place?.file, severity: diagnostic.severity)
      let (count, last) = heaps[heap, default: (0, 0)]
      if count == limit {
        kept[last].further += 1 + diagnostic.further
        continue
      }
      heaps[heap] = (count + 1, kept.count)
      kept.append(diagnostic)
    }
    return kept
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Whether what stops a build may pass by itself: a workbook that somebody is saving.
  package var mayHeal: Bool { contains { $0.severity == .error && $0.code == .workbookUnsettled } }
}
