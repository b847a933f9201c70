import Diagnostics
import Parsing
import Texts

/// Of a file that `prepare` has put into the draft already: whether it could be read as a whole.
private func readAhead(_ draft: inout Draft, _ file: InputFile) -> Bool { draft.soundFiles.contains(file.index) }

/// A kind of file under content/: where it stands and who reads it. `*` stands for one file or folder name, `**` for
/// folders below one another.
struct FileKind {
  let pattern: String
  /// The pattern between its slashes.
  let parts: [Substring]
  /// The part that stands for any number of folders, none included.
  private let deep: Int?
  let isRequired: Bool
  /// What it is called and which columns it has, of a table that may stand as CSV or in a workbook.
  let table: TableKind?
  /// Whether its files say who belongs where.
  var isOfRoster: Bool { [.branches, .parents, .members, .memberships, .offices].contains(table) }
  /// The names its files define: while one of them can't be read, nobody reports such a name as unknown.
  let defines: [ReferenceKind]
  /// Reads ahead what of the files can be read side by side, for `decode` to put together.
  let prepare: ((inout Draft, [InputFile]) -> Void)?
  /// Reads one file into the draft, as far as `prepare` hasn't; `false` where not all its names could be read.
  let decode: (inout Draft, InputFile) -> Bool
  /// What is left to do once all files of the kind are read.
  let settle: ((inout Draft) -> Void)?

  init(
    _ pattern: String, table: TableKind? = nil, required: Bool = false, defines: [ReferenceKind] = [],
    prepare: ((inout Draft, [InputFile]) -> Void)? = nil, settle: ((inout Draft) -> Void)? = nil,
    _ decode: @escaping (inout Draft, InputFile) -> Bool
  ) {
    self.pattern = pattern
    parts = pattern.parts(at: "/")
    deep = parts.firstIndex { $0 == "**" }
    isRequired = required
    self.table = table
    self.defines = defines
    self.prepare = prepare
    self.settle = settle
    self.decode = decode
  }

  /// Every kind of file, in the order of reading: a kind stands after the kinds it refers to.
  static var all: [FileKind] { ofLedger + ofTexts }

  /// What the ledger, and all that texts name, is read from.
  private static var ofLedger: [FileKind] {
    [
      FileKind("content/site.yaml", required: true, decodeSite),
      FileKind("content/organisation.yaml", required: true, decodeOrganisation),
      FileKind("content/brand.yaml", required: true, defines: [.pathway], decodeBrand),
      FileKind("content/works/*.md", defines: [.work], settle: settleWorks, decodeWork),
      FileKind("content/about.md", required: true, decodeAbout),
      FileKind(
        "content/branches.csv", table: .branches, required: true, defines: [.branch, .unit, .organisation],
        settle: { $0.settleParents() }, decodeBranches),
      FileKind("content/parents.csv", table: .parents, settle: checkLevels, decodeParents),
      FileKind("content/keys.csv", defines: [.member], decodeKeys),
      FileKind(
        "content/members/*.csv", table: .members, defines: [.member], prepare: readRosters, settle: settleMembers,
        readAhead),
      FileKind(
        "content/memberships/*.csv", table: .memberships, prepare: readStays, settle: checkMemberships,
        readAhead),
      FileKind("content/offices.csv", table: .offices, settle: checkSecretaries, decodeOffices),
      FileKind("content/groups/*.yaml", decodeGroup),
      FileKind("content/archives.csv", decodeArchives),
      // Read before all kinds.
      FileKind(originsPath) { _, _ in true },
      FileKind("content/warnings.yaml", decodeWarnings),
      FileKind(themeSheet, decodeThemeSheet),
      FileKind("content/years/*/year.yaml", settle: checkYears, decodeYear),
      // What is sealed is judged more mildly: it can't be mended any more.
      FileKind("content/years/*/seals/*.yaml", decodeSealHead),
      FileKind("content/years/*/seals/*.csv", decodeSealEntries),
      FileKind("content/item-keys.csv", defines: [.item, .branchItem], decodeItemKeys),
      FileKind("content/years/*/items.csv", table: .items, defines: [.item, .branchItem], decodeItems),
      FileKind("content/years/*/rulebook.yaml", defines: [.item, .branchItem, .series], decodeRulebook),
      FileKind("content/years/*/activities.csv", table: .activities, defines: [.activity], decodeActivities),
      FileKind("content/years/*/claims.csv", table: .claims, decodeClaims),
      FileKind(
        "content/years/*/records/*.csv", table: .records, defines: [.record], prepare: readRecords,
        settle: settleRecords, readAhead),
      FileKind(
        "content/years/*/corrections.csv", table: .corrections, settle: settleCorrections, decodeCorrections),
      FileKind(
        "content/years/*/welfare/*.csv", table: .welfare, prepare: readWelfare, settle: checkWelfareDays, readAhead),
      FileKind("content/years/*/surveys/*.csv", table: .surveys, decodeSurveys),
      FileKind("content/years/*/projects/*.yaml", prepare: readProjects, readAhead),
      FileKind("content/years/*/ratings.csv", table: .ratings, decodeRatings),
      FileKind("content/years/*/decisions.yaml", decodeDecisions),
      FileKind("content/years/*/assertions.yaml", decodeAssertions),
      FileKind("content/years/*/objections.yaml", decodeObjections),
      FileKind("content/years/*/message.md", decodeMessage),
      FileKind("content/campaigns/*/index.md", decodeCampaign),
      FileKind("content/campaigns/*/*.csv", decodeChartFile),
    ]
  }

  /// Texts, which nothing of the ledger depends on.
  private static var ofTexts: [FileKind] {
    [
      FileKind("content/campaigns/*/*.md", prepare: readStories, settle: settleStories, decodeStory),
      FileKind("content/pages/**/*.csv", decodeChartFile),
      FileKind("content/pages/**/*.md", decodePage),
      FileKind("content/reports/*.md", decodeReport),
      FileKind("content/years/*/reports/*.md", settle: settlePages, decodeReport),
    ]
  }

  /// Whether the ledger is read without it.
  var isOfTexts: Bool { Self.textPatterns.contains(pattern) }
  private static let textPatterns = Set(ofTexts.map(\.pattern))

  /// Whether a path that was refused, file or folder, may hold a file of this kind; a table saved as another kind of file
  /// (`.xlsx`) does too.
  func concerns(_ refused: String) -> Bool {
    let path = refused.utf8.split(separator: 0x2F).map(Substring.init)
    if let deep { return zip(parts[..<deep], path).allSatisfy { $0 == $1 } }
    return path.count <= parts.count
      && zip(parts, path).allSatisfy { part, name in
        part.contains("*") || part == name || table != nil && String(part).stem == String(name).stem
      }
  }

  /// What the stars matched, or `nil` where the path has another shape.
  func captures(of path: [Substring]) -> [String]? {
    if let deep {
      let (head, tail) = (parts[..<deep], parts[(deep + 1)...])
      guard path.count >= head.count + tail.count, zip(head, path).allSatisfy({ $0 == $1 }) else { return nil }
      return Self.captures(tail, path.suffix(tail.count))
    }
    return Self.captures(parts[...], path[...])
  }

  private static func captures(_ parts: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> [String]? {
    guard parts.count == path.count else { return nil }
    // What has no star decides most often, and is compared fastest.
    for (part, name) in zip(parts, path) where part.utf8.first != 0x2A {
      guard part == name else { return nil }
    }
    var captures: [String] = []
    for (part, name) in zip(parts, path) where part.utf8.first == 0x2A {
      let suffix = part.utf8.dropFirst()
      guard name.utf8.count > suffix.count, name.utf8.suffix(suffix.count).elementsEqual(suffix) else { return nil }
      captures.append(String(name[..<name.utf8.index(name.utf8.endIndex, offsetBy: -suffix.count)]))
    }
    return captures
  }
}

extension Diagnostic {
  static func unknownFile(_ path: String, suggestion: String?) -> Diagnostic {
    Diagnostic(
      .unknownFile, at: nil, path: path,
      message: Bilingual(zh: "content/ 里没有这种文件", en: "no such kind of file stands in content/"),
      remedy: suggestion.map { Bilingual(zh: "是不是“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(
          zh: "移到别处，或照 docs/content-format.md 改名；图片和图表数据只放在活动专题的文件夹里",
          en:
            "Move it away, or name it as in docs/content-format.md; pictures and figures of charts stand in a campaign's folder only"
        ))
  }

  static func missingFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .missingFile, at: nil, path: path,
      message: Bilingual(zh: "缺少这个文件", en: "this file is missing"),
      remedy: Bilingual(zh: "照 docs/content-format.md 新建它", en: "Write it as in docs/content-format.md"))
  }
}
