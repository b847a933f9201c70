import Diagnostics
import Parsing
import Reading
import Texts

/// A company of a group, as whoever calls for the group's site names it.
package struct GroupCompany: Sendable {
  /// Its project's folder, as written.
  package let folder: String
  /// The folder of its site below the group's, and its key; empty where the folder's own name serves.
  package var id: String
  /// Empty where the project's own name of the company serves.
  package let name: String
  package let short: String
  /// Where its own site stands, ending in `/`; `nil` where the group's site holds it.
  package let url: String?
  /// Where that is written; `nil` for arguments.
  package let place: Place?
  let idPlace: Place?
  let namePlace: Place?
}

/// What makes a group's site: its words, and its companies in the order in which pages show them.
package struct GroupOrder: Sendable {
  /// Empty where nobody named the group.
  package let title: String
  package let notice: String
  /// From the file's folder.
  package let output: String?
  /// Where the site will stand, ending in `/`.
  package let baseAddress: String?
  package var companies: [GroupCompany]

  /// Of folders alone.
  package init(folders: [String]) {
    title = ""
    notice = ""
    output = nil
    baseAddress = nil
    companies = folders.map {
      GroupCompany(folder: $0, id: "", name: "", short: "", url: nil, place: nil, idPlace: nil, namePlace: nil)
    }
  }

  private init(_ table: YAMLTable) {
    title = table.name("title")
    notice = table.text(ifAny: "notice")
    let output = table.text(ifAny: "output")
    self.output = output.isEmpty ? nil : output
    baseAddress = table.siteAddress("base_address")
    companies = table.tables("companies").map { GroupCompany($0) }
    if companies.isEmpty, table.has("companies") {
      table.findings.report(.noCompanies(at: table.place(of: "companies")))
    }
    table.close()
  }
}

extension GroupCompany {
  fileprivate init(_ table: YAMLTable) {
    folder = table.name("folder")
    id = table.value(ifAny: "id") == nil ? "" : table.id("id") ?? ""
    name = table.value(ifAny: "name")?.text(.word) ?? ""
    short = table.value(ifAny: "short")?.text(.word) ?? ""
    url = table.siteAddress("url")
    place = table.place(of: "folder")
    idPlace = table.has("id") ? table.place(of: "id") : nil
    namePlace = table.has("short") ? table.place(of: "short") : table.has("name") ? table.place(of: "name") : nil
    table.close()
  }
}

extension GroupOrder {
  /// The file that names a group's companies → what it says; `nil` with an error among the diagnostics.
  /// - Parameter path: of the file in its tree.
  package static func read(_ tree: SourceTree, _ path: String) -> (GroupOrder?, [Diagnostic]) {
    guard let index = tree.index(of: path) else { return (nil, []) }
    let findings = MistakeCollector(tree: tree)
    let file = InputFile(index: index, path: path, bytes: tree.files[Int(index)].bytes, captures: [])
    let order = file.yaml(findings).map { GroupOrder($0) }
    let mistakes = findings.all()
    return (mistakes.hasErrors ? nil : order, mistakes)
  }
}
