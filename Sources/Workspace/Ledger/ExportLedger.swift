import Composing
import Diagnostics
import Disk
import Foundation
import LedgerTables
import Loading
import Querying
import Reading
import Reports
import SQLite
import Scoring
import Texts

/// How the ledger leaves the program as tables.
package enum LedgerFormat: String, CaseIterable, Sendable {
  /// One file that SQLite, Python and pandas open.
  case sqlite
  /// A folder with a file for each table, and the types beside them.
  case csv
}

/// What an export or a query is asked for.
package struct LedgerOrder: Sendable {
  package let project: String
  /// The day to stand for where the content leaves it open.
  package let day: Day?
  /// The day it shall stand for instead of the content's own.
  package let earlier: Day?
  package let profile: SiteProfile

  package init(project: String, day: Day? = nil, earlier: Day? = nil, profile: SiteProfile = .intranet) {
    self.project = project
    self.day = day
    self.earlier = earlier
    self.profile = profile
  }
}

/// disk → … → one file, or a folder of files, whole or not at all.
/// - Parameter replaces: whether it may take the place of a file that no export wrote.
/// - Returns: how many bytes were written; `nil` with an error among the diagnostics.
/// - Throws: `EnvironmentFailure`, `UsageFailure`.
package func exportLedger(
  _ order: LedgerOrder, as format: LedgerFormat, to path: String, replaces: Bool = false
) throws -> (Int?, SourceTree, [Diagnostic]) {
  try refuse(path, format, order.project)
  if format == .sqlite, !replaces { try refuseForeign(path) }
  let (source, tree, diagnostics) = try ledgerSource(order)
  guard let source else { return (nil, tree, diagnostics) }
  do {
    switch format {
    case .sqlite:
      let size = try ledgerDatabase(source, feed: RowConveyor.feed(source)).withFile { bytes in
        try replaceFile(path, with: bytes)
        return bytes.count
      }
      return (size, tree, diagnostics)
    case .csv:
      let tables = ledgerTables.map { table in
        NewFile(name: "\(table.name).csv") { write in try table.csv(of: source, write) }
      }
      let besides = [("types.csv", ledgerTypes)] + GroupEngine.allCases.map { ($0.file, groupSQL($0)) }
      let files = tables + besides.map { name, text in NewFile(name: name) { try $0(Array(text.utf8)) } }
      return (try writeNewFolder(path, files), tree, diagnostics)
    }
  } catch let failure as SQLiteFailure {
    throw EnvironmentFailure(.database(path, said: failure.message))
  }
}

/// What tables are made from; `nil` with an error among the diagnostics.
func ledgerSource(_ order: LedgerOrder) throws -> (LedgerSource?, SourceTree, [Diagnostic]) {
  let (tree, loading) = try loadSource(project: order.project, pool: Threads())
  let (context, found) = try prepareLedger(
    tree, on: order.day, asOf: order.earlier, audience: order.profile.audience)
  let diagnostics = settle(loading + found, in: tree, on: order.day).open
  guard let context, !diagnostics.hasErrors else { return (nil, tree, diagnostics) }
  return (LedgerSource(context), tree, diagnostics)
}

/// Nothing is put among what the project is made of, nor among what is published.
private func refuse(_ path: String, _ format: LedgerFormat, _ project: String) throws {
  switch format {
  case .sqlite: try refuseOutput(path, project: project)
  case .csv:
    try Whereabouts(project: project).refuseFolder(realPath(path))
    if let there = try? names(in: Descriptor(folder: path, path: path)), !there.isEmpty {
      throw UsageFailure(
        zh: "文件夹 \(path) 不是空的，不会写进去；请写一个新的文件夹", en: "the folder \(path) isn't empty; name a new one")
    }
    try refuseSites(realPath(path), project: project)
  }
}

/// A file that was there before stays, unless it is empty or an earlier export.
private func refuseForeign(_ path: String) throws {
  guard let file = try? Descriptor(path, flags: O_RDONLY | O_NONBLOCK, path: path, action: .read) else { return }
  var head = [UInt8](repeating: 0, count: 100)
  let count = read(file.number, &head, head.count)
  guard count > 0, !isLedgerFile(Array(head.prefix(count))) else { return }
  throw UsageFailure(
    zh: "\(path) 已经在那里，而且不是先前导出的台账，不会盖掉；换一个文件名，或加 --replace",
    en: "\(path) is there already and no ledger that was exported; name another file, or add --replace")
}

/// A file of the new folder, which is made while it is written.
private struct NewFile: Sendable {
  let name: String
  /// Calls back with one piece after the other.
  let make: @Sendable (@escaping ([UInt8]) throws -> Void) throws -> Void

  /// - Returns: how many bytes it has.
  func write(in folder: String) throws -> Int {
    let target = "\(folder)/\(name)"
    let descriptor = try Descriptor(target, flags: O_WRONLY | O_CREAT | O_EXCL, path: target, action: .write)
    try make { try descriptor.write($0) }
    guard fsync(descriptor.number) == 0 else { throw EnvironmentFailure.system(errno, .write, target) }
    return Int(try descriptor.status().st_size)
  }
}

/// A folder that stands whole or not at all: filled beside its place, then renamed.
/// - Returns: how many bytes its files have.
private func writeNewFolder(_ path: String, _ files: [NewFile]) throws -> Int {
  let place = realPath(path)
  let (folder, name) = parent(of: place)
  try makeFolder(folder)
  let staging = "\(folder)/.\(name).tmp-\(unguessable())"
  guard mkdir(staging, 0o777) == 0 else { throw EnvironmentFailure.system(errno, .create, staging) }
  do {
    let sizes = try Threads().map(files.count) { index in Result { try files[index].write(in: staging) } }
      .map { try $0.get() }
    guard rename(staging, place) == 0 else { throw EnvironmentFailure.system(errno, .write, path) }
    return sizes.reduce(0, +)
  } catch {
    for file in files { unlink("\(staging)/\(file.name)") }
    rmdir(staging)
    throw error
  }
}
