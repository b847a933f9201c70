import Composing
import Disk
import Foundation
import Reports
import Texts

/// What a published site says of points, and what the one laid out would: what the JSON files beside their leaderboards and
/// ledgers say. Of an account that has nothing to be compared with, or the same file, nothing is kept but its sum.
struct ComparedFigures {
  let then: SiteFigures?
  let now: SiteFigures?

  /// - Parameter published: `nil` where there is none; where one of its files is damaged nothing is known of it, and the next
  ///   publication mends it.
  /// - Throws: `EnvironmentFailure` where a file of `now` is damaged.
  init(published: SiteFiles?, now: SiteFiles?) throws {
    let (then, new) = compared(published, now)
    self.init(then: try? then.get(), now: try new.get())
  }

  init(then: SiteFigures?, now: SiteFigures?) { (self.then, self.now) = (then, now) }
}

extension SiteChanges {
  /// - Throws: `EnvironmentFailure` where a file of either is damaged.
  init(from then: SiteFiles, to now: SiteFiles, pages: [PageChange]) throws {
    let (old, new) = compared(then, now)
    self.init(then: try old.get() ?? SiteFigures(), now: try new.get() ?? SiteFigures(), pages: pages)
  }
}

private typealias Said<Matter> = Result<Matter, any Error>

private func compared(_ then: SiteFiles?, _ now: SiteFiles?) -> (then: Said<SiteFigures?>, now: Said<SiteFigures?>) {
  let paths = Set(then?.paths ?? []).union(now?.paths ?? []).compactMap(FiguresPath.init).sorted { $0.path < $1.path }
  let isAlone = then == nil || now == nil
  let read = Threads().map(paths.count) { index -> (then: Said<SaidOfPoints?>, now: Said<SaidOfPoints?>) in
    let path = paths[index]
    let (old, new) = (Result { try then?.bytes(of: path) }, Result { try now?.bytes(of: path) })
    guard case .success(let first?) = old, case .success(let second?) = new, first == second else {
      return (
        old.flatMap { path.said($0, in: then, isSame: isAlone) },
        new.flatMap { path.said($0, in: now, isSame: isAlone) }
      )
    }
    let said = path.said(second, in: now, isSame: true)
    return (said, said)
  }
  return (
    Result { try then.map { _ in try SiteFigures(paths, read.map(\.then)) } },
    Result { try now.map { _ in try SiteFigures(paths, read.map(\.now)) } }
  )
}

extension SiteFigures {
  fileprivate init(_ paths: [FiguresPath], _ said: [Said<SaidOfPoints?>]) throws {
    self.init()
    for (path, said) in zip(paths, said) {
      switch try said.get() {
      case .board(let board): addRanks(board, path.year, of: path.kind)
      case .account(let account, let subject): add(account, path.year, subject)
      case nil: break
      }
    }
  }
}

/// What a file says of points.
private enum SaidOfPoints {
  case board(SiteFigures.Board)
  case account(SiteFigures.Account, SiteFigures.Subject)
}
/// A file of a site that speaks of points: `2025/members/zhou-jingyi.json`.
private struct FiguresPath {
  let path: String
  let year: Int
  let kind: SiteFigures.Subject.Kind
  /// `nil` for a board.
  let key: String?

  /// - Returns: `nil` for any other file.
  init?(_ path: String) {
    guard let parts = path.dropping(suffix: ".json")?.parts(at: "/"), parts.count == 3, let year = Int(parts[0])
    else { return nil }
    let name = String(parts[2])
    switch (parts[1], name) {
    case ("standings", "index"): (kind, key) = (.member, nil)
    case ("branches", "index"): (kind, key) = (.branch, nil)
    case ("branches", _): (kind, key) = (.branch, name)
    case ("members", _): (kind, key) = (.member, name)
    default: return nil
    }
    (self.path, self.year) = (path, year)
  }

  /// - Parameter isSame: whether the sum is all that is asked for.
  func said(_ bytes: [UInt8]?, in files: SiteFiles?, isSame: Bool) -> Said<SaidOfPoints?> {
    guard let bytes else { return .success(nil) }
    return Result {
      do {
        guard let key else { return .board(try JSONDecoder().decode(SiteFigures.Board.self, from: Data(bytes))) }
        let file = try JSONDecoder().decode(SiteFigures.LedgerFile.self, from: Data(bytes))
        return .account(
          SiteFigures.Account(file, isSame: isSame), SiteFigures.Subject(kind: kind, key: key))
      } catch is DecodingError {
        throw EnvironmentFailure(.damaged("\(files?.name ?? "")/\(path)"))
      }
    }
  }
}

extension SiteFiles {
  /// `nil` where the site has no such file.
  fileprivate func bytes(of path: FiguresPath) throws -> [UInt8]? { holds(path.path) ? try read(path.path) : nil }
}
