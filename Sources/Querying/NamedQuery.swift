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

    static let year = Parameter(name: "year", title: Bilingual(zh: "年度", en: "year"), fallback: .currentYear)

    static func value(_ name: String, _ value: String, zh: String, en: String) -> Parameter {
      Parameter(name: name, title: Bilingual(zh: zh, en: en), fallback: .value(value))
    }
  }

  package let name: String
  package let title: Bilingual
  package let parameters: [Parameter]
  package let sql: String

  init(_ name: String, zh: String, en: String, _ parameters: [Parameter], _ sql: String) {
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
    return Query(sql, path: "\(name).sql", parameters: all, title: title)
  }
}

package let namedQueries = queriesOfPeople + queriesOfBranches + queriesOfRules
