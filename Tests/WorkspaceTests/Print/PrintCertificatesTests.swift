import Foundation
import QRCoding
import Testing

@testable import Reports
@testable import Workspace

@Suite("Certificates on paper")
struct PrintCertificatesTests {
  private typealias Project = CertificateProject

  private static let stamp =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle cx=\"4\" cy=\"4\" r=\"3\"/></svg>\n"

  @Test("whoever is decided later changes no other certificate, and one alone is printed as among the others")
  func stable() throws {
    let first = Project.pages(try Project.html(try Project.folder(branches: [])))
    let folder = try Project.folder(winners: [Project.li, Project.wang])
    let all = Project.pages(try Project.html(folder))
    #expect(first.count == 1)
    #expect(all.count == 3)
    #expect(all[1] == first[0])
    let alone = Project.pages(try Project.html(folder, .order(member: "王伟")))
    #expect(alone == first)
    #expect(first[0].contains("2025-YX-WANG-WEI-"))
    #expect(first[0].contains("王伟同志："))
    #expect(first[0].contains("二〇二五年十一月三十日"))
  }

  @Test("a branch gets its own certificate and its members' ones")
  func branches() throws {
    let folder = try Project.folder()
    let pages = Project.pages(try Project.html(folder, .order(branch: "光谱支部")))
    #expect(pages.count == 2)
    #expect(pages[0].contains("王伟同志：") && pages[1].contains("光谱支部："))
    #expect(pages[1].contains("先进支部") && !pages[1].contains("同志"))
    // What is the document's own stays off the ceremonial sheet.
    #expect(!pages[0].contains("一天一线"))
    #expect(try Project.html(folder, .order(.register)).contains("一天一线"))
  }

  @Test("nobody without a signed decision has a certificate", arguments: ["b02", "li-na"])
  func undecided(name: String) throws {
    let folder = try Project.folder()
    let wish: CertificateOrder = name == "b02" ? .order(branch: name) : .order(member: name)
    #expect(throws: UsageFailure.self) { try Project.html(folder, wish) }
    #expect(throws: UsageFailure.self) { try Project.html(try Project.folder(winners: [], branches: [])) }
  }

  @Test("while the year isn't final each page is a proof")
  func proofs() throws {
    let folder = try Project.folder()
    // A proof with the office's stamp could be taken for the thing.
    try folder.write("content/print/stamp.svg", Self.stamp)
    for page in Project.pages(try Project.html(folder)) {
      #expect(!page.contains("<img") && page.contains("盖章处"))
      #expect(page.contains(">样稿</p>") && page.contains("不作证书使用") && page.contains("草稿，尚未公示"))
    }
    #expect(try Project.html(folder, .order(.register)).contains("样稿，年度积分尚未定稿"))
  }

  @Test("the code leads to the holder's line; without a fixed address the site is named instead")
  func codes() throws {
    let folder = try Project.folder()
    #expect(!Project.pages(try Project.html(folder))[0].contains("class=\"code\""))
    #expect(Project.pages(try Project.html(folder))[0].contains("“小样”"))
    try Project.base(folder)
    let code = try #require(QRCode("https://points.example.org/2025/honors.html#yx-wang-wei"))
    #expect(Project.pages(try Project.html(folder))[0].contains("d=\"\(code.path)\""))
    let site = try PublishedProject.build(folder)
    let honors = String(decoding: try #require(site["2025/honors.html"]), as: UTF8.self).asWritten
    #expect(honors.contains("id=\"yx-wang-wei\""))
    // A proof is no certificate, so there is no number yet to be checked.
    #expect(!honors.contains("2025-YX-WANG-WEI"))
  }

  @Test("the page of a final year shows the number that the certificate carries; the stamp is printed, never published")
  func finalYear() throws {
    let folder = try Program.sample()
    try folder.write("content/print/stamp.svg", Self.stamp)
    let order = PrintOrder(
      project: folder.path, year: 2024, profile: .intranet, output: folder.path + "/out.html", isHTML: true)
    _ = try printCertificates(order, .all)
    let html = try folder.text("out.html").asWritten
    #expect(!html.contains(">样稿</p>"))
    let numbers = html.components(separatedBy: "<p class=\"number\">").dropFirst().map {
      String($0.prefix { $0 != "<" })
    }
    #expect(
      html.components(separatedBy: "<img class=\"office-stamp\" src=\"data:image/svg+xml;base64,").count == 17 + 1)
    #expect(!html.contains("盖章处"))
    // The honor stands on a line of its own.
    #expect(html.contains("决定授予你</p>") && html.contains("<p class=\"honor\">优秀党员</p>"))
    #expect(numbers.count == 17)
    #expect(Set(numbers).count == 17)
    let site = try PublishedProject.build(folder)
    let honors = String(decoding: try #require(site["2024/honors.html"]), as: UTF8.self).asWritten
    for number in numbers { #expect(honors.contains("证书编号 \(number)<")) }
    #expect(!site.keys.contains { $0.contains("stamp") })
  }

  @Test("overprinting prints words alone, moved by what was asked")
  func overprint() throws {
    let folder = try Project.folder()
    try Project.base(folder)
    let html = try Project.html(folder, .order(isOverprint: true, shift: (1.5, -2)))
    #expect(html.contains(":root { --shift-x: 1.50mm; --shift-y: -2.00mm }"))
    let page = Project.pages(html)[0]
    #expect(page.contains("王伟同志："))
    for part in ["<h1", "<svg", "<img", "class=\"ornament", "盖章处"] { #expect(!page.contains(part), "\(part)") }
    #expect(try Project.html(folder, .order(.calibration, shift: (1.5, -2))).contains("--shift-x: 1.50mm"))
    #expect(throws: UsageFailure.self) { try Project.html(folder, .order(isOverprint: true, shift: (31, 0))) }
  }
}
