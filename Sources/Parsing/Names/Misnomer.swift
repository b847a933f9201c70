import Diagnostics
import Texts

/// What to say of a name that isn't one of its kind, but is known as something else.
package struct Misnomer: Sendable {
  let code: DiagnosticCode
  let message: Bilingual
  let remedy: Bilingual

  package init(code: DiagnosticCode, message: Bilingual, remedy: Bilingual) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  /// - Parameter more: further places where the name stands so.
  func diagnostic(at place: Place, more: Int) -> Diagnostic {
    Diagnostic(
      code, at: place,
      message: Bilingual(
        zh: message.zh + Diagnostic.writtenSo(more).zh, en: message.en + Diagnostic.writtenSo(more).en),
      remedy: remedy)
  }
}
