import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// The small project with signed decisions, printed as HTML.
enum CertificateProject {
  static let wang = "{member: wang-wei, signed_by: 甲公司党委, on: 2025-11-30}"
  static let li = "{member: li-na, signed_by: 甲公司党委, on: 2025-11-30}"
  static let branch = "{branch: b01, signed_by: 甲公司党委, on: 2025-11-30}"

  static func folder(winners: [String] = [wang], branches: [String] = [branch]) throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    func list(_ entries: [String]) -> String { "[" + entries.joined(separator: ", ") + "]\n" }
    try folder.write(
      "content/years/2025/decisions.yaml",
      "winners: \(list(winners))excellent_branches: \(list(branches))")
    return folder
  }

  static func html(_ folder: TemporaryFolder, _ wish: CertificateOrder = .all) throws -> String {
    let order = PrintOrder(
      project: folder.path, year: 2025, profile: .intranet, output: folder.path + "/out.html", isHTML: true)
    let report = try printCertificates(order, wish)
    let formatter = DiagnosticFormatter(tree: report.tree, language: .english)
    #expect(report.printed != nil, "\(formatter.report(report.diagnostics))")
    return try folder.text("out.html").asWritten
  }

  /// Each certificate of a document, from its first tag to its last.
  static func pages(_ html: String) -> [String] {
    html.components(separatedBy: "<section class=\"certificate").dropFirst().map {
      $0.components(separatedBy: "</section>")[0]
    }
  }

  /// What the office of such a project sets on the site.
  static func base(_ folder: TemporaryFolder) throws {
    try folder.write(
      "content/site.yaml", try folder.text("content/site.yaml") + "base_address: https://points.example.org/\n")
  }
}

extension CertificateOrder {
  static let all = order()

  static func order(
    _ document: Document = .certificates, branch: String? = nil, member: String? = nil, isOverprint: Bool = false,
    shift: (x: Double, y: Double) = (0, 0)
  ) -> CertificateOrder {
    CertificateOrder(document: document, branch: branch, member: member, isOverprint: isOverprint, shift: shift)
  }
}
