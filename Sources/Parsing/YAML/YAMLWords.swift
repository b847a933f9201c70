import Diagnostics
import Texts

/// What the keys of one kind of file are called in Chinese, and what of it isn't taken, with the reason.
///
/// A class, since every value of the file carries it.
package final class YAMLWords: Sendable {
  /// Other names of each key; the first is the one that messages use.
  private let names: [String: [String]]
  private let all: Set<String>
  /// Whether they are the columns of a table, which messages name whatever keys its rows were given.
  let areColumns: Bool
  /// Why a key that nobody asked for, or a text where a number or a choice should stand, is refused; `nil` where it is
  /// simply wrong.
  package let refusal: @Sendable (Refused, Place) -> Diagnostic?

  package enum Refused {
    case key(String)
    case choice(String)
    case number(String)
  }

  package init(
    _ names: [String: [String]], areColumns: Bool = false,
    refusal: @escaping @Sendable (Refused, Place) -> Diagnostic? = { _, _ in nil }
  ) {
    self.names = names
    self.areColumns = areColumns
    self.refusal = refusal
    all = Set(names.values.joined())
  }

  package func names(of key: String) -> [String] { names[key] ?? [] }
  package func knows(_ written: String) -> Bool { all.contains(written) }
}
