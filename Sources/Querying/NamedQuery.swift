import Diagnostics
import Texts

/// A question that offices ask, ready to be asked.
package struct NamedQuery: Sendable {
  package struct Parameter: Sendable {
    package enum Fallback: Sendable, Equatable {
      case value(String)
      /// The year that pages speak of.
      case currentYear
    }

    package let name: String
    package let title: Bilingual
    package let fallback: Fallback
    package let kind: Kind

    static let year = Parameter(
      name: "year", title: Bilingual(zh: "年度", en: "year"), fallback: .currentYear, kind: .integer)

    static func value(_ name: String, _ value: String, _ kind: Kind = .integer, zh: String, en: String) -> Parameter {
      Parameter(name: name, title: Bilingual(zh: zh, en: en), fallback: .value(value), kind: kind)
    }
  }

  package let name: String
  package let title: Bilingual
  package let parameters: [Parameter]
  package let sql: String
  /// Whether it asks for days that the office alone sees, and so would find nothing on the intranet.
  package let isOffice: Bool

  init(
    _ name: String, zh: String, en: String, _ parameters: [Parameter], isOffice: Bool = false, _ sql: String
  ) {
    self.isOffice = isOffice
    self.name = name
    title = Bilingual(zh: zh, en: en)
    self.parameters = parameters
    self.sql = sql
  }

  /// The query with what was given, and for the rest what it takes by itself.
  package func query(_ given: [String: String], currentYear: Int) -> Query {
    let own = parameters.map { parameter -> (String, String) in
      switch parameter.fallback {
      case .value(let value): (parameter.name, value)
      case .currentYear: (parameter.name, "\(currentYear)")
      }
    }
    let all = Dictionary(own, uniquingKeysWith: { $1 }).merging(given, uniquingKeysWith: { $1 })
    let kinds = Dictionary(parameters.map { ($0.name, $0.kind) }, uniquingKeysWith: { $1 })
    return Query(sql, path: "\(name).sql", parameters: all, kinds: kinds, title: title)
  }
}

package let namedQueries = queriesOfPeople + queriesOfBranches + queriesOfRules
