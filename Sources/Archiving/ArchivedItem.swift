import Scoring
import Sealing

/// What an archive keeps, as its bag says it to people and machines.
package struct ArchiveHead: Sendable {
  /// ASCII: `year-2025`.
  package let name: String
  package let title: String
  /// Who answers for it.
  package let creator: String
  package let company: String
  package let year: Int
  /// The day of the data: no other date stands in a bag.
  package let day: Day
  /// What the year's figures are: 草稿, 公示 or 定稿.
  package let state: String
  /// Whose data it is, as every page says.
  package let notice: String
  /// The program and its version, and what made the PDF.
  package let software: String
  /// What its PDF files are, `PDF/A-2a` or, where a character is missing in them, `PDF`; `nil` where there are none.
  package let pdf: String?
  /// Whether its content stands for every day: whoever makes the site again has to name this one.
  package let isOfDay: Bool

  package init(
    name: String, title: String, creator: String, company: String, year: Int, day: Day, state: String, notice: String,
    software: String, pdf: String?, isOfDay: Bool = false
  ) {
    self.name = name
    self.title = title
    self.creator = creator
    self.company = company
    self.year = year
    self.day = day
    self.state = state
    self.notice = notice
    self.software = software
    self.pdf = pdf
    self.isOfDay = isOfDay
  }
}

/// One thing that is kept (件), in one or more files.
package struct ArchivedItem: Sendable {
  /// ASCII, unique in the bag.
  package let id: String
  package let title: String
  /// What kind of text it is (文种).
  package let genre: String
  package let creator: String
  package let day: Day
  package let summary: String
  package let people: [String]
  package let files: [BagFile]

  package init(
    id: String, title: String, genre: String, creator: String, day: Day, summary: String, people: [String],
    files: [BagFile]
  ) {
    self.id = id
    self.title = title
    self.genre = genre
    self.creator = creator
    self.day = day
    self.summary = summary
    self.people = people
    self.files = files
  }

  var metadataPath: String { "data/metadata/\(id).xml" }
}

/// A workbook that isn't kept, since it has numbers of persons where nothing is read, and the tables that are kept of it; paths from
/// the project's folder.
package struct TablesInstead: Sendable {
  package let workbook: String
  package let tables: [String]

  package init(workbook: String, tables: [String]) {
    self.workbook = workbook
    self.tables = tables
  }
}

/// The bag of an archive: its files, a metadata file for each item, and what introduces it to a reader.
/// - Parameters:
///   - others: what is kept as it was, beside the items.
///   - withheld: what isn't kept as it was.
package func archiveBag(
  _ head: ArchiveHead, items: [ArchivedItem], others: [BagFile], withheld: [TablesInstead] = []
) -> Bag {
  let metadata = items.map { BagFile(path: $0.metadataPath, text: metadataText($0, head)) }
  let payload = items.flatMap(\.files) + others + metadata
  let tags = [
    BagFile(path: "说明文件.TXT", text: readmeText(head, items: items.count, withheld)),
    BagFile(path: "文件目录.XML", text: catalogueText(head, items: items, others: others, withheld)),
  ]
  return Bag(
    payload: payload, tags: tags,
    info: [
      ("Source-Organization", "\(head.company) \(head.creator)"), ("External-Description", head.title),
      ("External-Identifier", head.name), ("Internal-Sender-Description", "\(head.state)。\(head.notice)"),
      ("Bagging-Date", "\(head.day)"), ("Bag-Software-Agent", head.software),
    ])
}
