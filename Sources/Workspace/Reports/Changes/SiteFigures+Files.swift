import Disk
import Foundation
import Reports
import Texts

extension SiteFigures {
  /// What the JSON files beside a site's leaderboards and ledgers say.
  /// - Throws: `EnvironmentFailure` where one is damaged.
  init(_ files: SiteFiles) throws {
    self.init()
    for path in files.paths {
      guard let parts = path.dropping(suffix: ".json")?.parts(at: "/") else { continue }
      guard parts.count == 3, let year = Int(parts[0]) else { continue }
      let name = String(parts[2])
      switch (parts[1], name) {
      case ("standings", "index"): addRanks(try files.decoded(path), year, of: .member)
      case ("branches", "index"): addRanks(try files.decoded(path), year, of: .branch)
      case ("branches", _): addAccount(try files.decoded(path), year, Subject(kind: .branch, key: name))
      case ("members", _): addAccount(try files.decoded(path), year, Subject(kind: .member, key: name))
      default: break
      }
    }
  }
}

extension SiteFiles {
  fileprivate func decoded<Table: Decodable>(_ path: String) throws -> Table {
    do {
      return try JSONDecoder().decode(Table.self, from: Data(read(path)))
    } catch is DecodingError {
      throw EnvironmentFailure(.damaged("\(name)/\(path)"))
    }
  }
}
