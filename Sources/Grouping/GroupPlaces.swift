import Diagnostics
import Scoring
import Texts

/// What the disk says of a group's folders: absolute paths without links.
package struct GroupPlaces: Sendable {
  /// Parallel to the order's companies; `nil` where no folder stands.
  package let folders: [String?]
  package let output: String
  /// Days that the projects name; `nil` for those that stand for every day.
  package let days: [Day?]

  package init(folders: [String?], output: String, days: [Day?]) {
    self.folders = folders
    self.output = output
    self.days = days
  }
}

extension GroupOrder {
  /// The same with the name of each company's folder in the site, and what can't be as it is: folders within one another,
  /// names given twice, days that differ.
  /// - Parameters:
  ///   - day: the one day the group shall stand for, where somebody named it.
  ///   - taken: names at the site's root that its own pages and files have.
  package func settled(at places: GroupPlaces, on day: Day?, taken: Set<String>) -> (GroupOrder, [Diagnostic]) {
    var order = self
    for (index, folder) in places.folders.enumerated() where companies[index].id.isEmpty {
      order.companies[index].id = folder?.parts(at: "/").last.map { String($0) } ?? ""
    }
    let found = order.folderMistakes(places) + order.idMistakes(places, taken) + order.dayMistakes(places, day)
    return (order, found.inReadingOrder())
  }

  private func folderMistakes(_ places: GroupPlaces) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, folder) in places.folders.enumerated() {
      let company = companies[index]
      guard let folder else {
        found.append(.groupFolder(company, .missing))
        continue
      }
      for (other, earlier) in zip(companies, places.folders.prefix(index)) {
        guard let earlier else { continue }
        if folder.isSame(as: earlier) {
          found.append(.groupFolder(company, .same(other.folder)))
        } else if isInside(folder, earlier) || isInside(earlier, folder) {
          found.append(.groupFolder(company, .nested(other.folder)))
        }
      }
      if folder.isSame(as: places.output) || isInside(folder, places.output) {
        found.append(.groupFolder(company, .holdsProject(places.output)))
      } else if isInside(places.output, folder) {
        found.append(.groupFolder(company, .insideProject(places.output)))
      }
    }
    return found
  }

  private func idMistakes(_ places: GroupPlaces, _ taken: Set<String>) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var owners: [String: String] = [:]
    for (company, folder) in zip(companies, places.folders) where folder != nil && company.url == nil {
      let key = company.id.lowercased()
      if nameFault(company.id) != nil || isYear(key) || taken.contains(key) {
        found.append(.groupName(company, company.id, .reserved))
      } else if let first = owners[key] {
        found.append(.groupName(company, company.id, .twice(first)))
      } else {
        owners[key] = company.folder
      }
    }
    return found
  }

  private func dayMistakes(_ places: GroupPlaces, _ day: Day?) -> [Diagnostic] {
    let first = zip(companies, places.days).lazy.compactMap { company, own in own.map { (company.folder, $0) } }.first
    return zip(companies, places.days).compactMap { company, own in
      guard let own else { return nil }
      if let day { return own == day ? nil : .groupDay(company, own, day, of: nil) }
      guard let first, first.1 != own else { return nil }
      return .groupDay(company, own, first.1, of: first.0)
    }
  }
}

/// Pages of a year stand in its folder.
private func isYear(_ name: String) -> Bool {
  name.utf8.count == 4 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func isInside(_ path: String, _ folder: String) -> Bool {
  path.begins(with: folder == "/" ? "/" : folder + "/")
}

extension GroupContext {
  /// Names that several companies bear on the group's pages.
  package var nameMistakes: [Diagnostic] {
    var owners: [String: String] = [:]
    return companies.compactMap { company in
      let names = Set([company.name, company.short])
      let taken = names.sorted().first { owners[$0] != nil }
      for name in names where owners[name] == nil { owners[name] = company.order.folder }
      guard let taken, let first = owners[taken] else { return nil }
      return .groupName(company.order, taken, .calledTwice(first))
    }
  }
}
