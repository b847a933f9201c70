import Diagnostics
import Texts

/// A kind of name that content defines in one place and uses in others. Which there are is the decoders' affair.
@usableFromInline package struct ReferenceKind: Hashable, Sendable {
  /// The mistake of naming one that nobody defines.
  let code: DiagnosticCode
  package let noun: Bilingual
  /// The file or folder whose rows define names of this kind; `<year>` stands for a year.
  private let home: String

  package init(_ code: DiagnosticCode, zh: String, en: String, home: String) {
    self.code = code
    noun = Bilingual(zh: zh, en: en)
    self.home = home
  }

  func home(year: Int?) -> String { year.map { home.replacingBytes("<year>", with: String($0)) } ?? home }
}

/// A kind of name and the year whose files define it; `nil` for what lasts over the years.
struct NameScope: Hashable {
  let kind: ReferenceKind
  let year: Int?
}
