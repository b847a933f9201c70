/// The name of a section that is a sheet: `content/years/2025/records/a.xlsx[1月]`.
package struct SheetSection {
  package let path: String
  package let name: String

  package init?(_ section: String) {
    guard section.hasSuffix("]"), let open = section.lastIndex(of: "[") else { return nil }
    path = String(section[..<open])
    name = String(section[section.index(after: open)...].dropLast())
  }
}
