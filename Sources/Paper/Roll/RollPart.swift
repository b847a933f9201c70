import Composing
import Templating

/// A piece of the roll that stands whole on one page; exactly one of its fields has a value.
struct RollPart: Fillable {
  var head: RollHead?
  var letter: RollLetter?
  var honored: HonoredBranch?
  var winner: Citation?
  var qualified: QualifiedBranch?
  var starLines: StarLines?
  var starRow: StarRow?
  var figures: RollFigures?
  var index: NameIndex?
  var remark: RollRemark?
  var drawing: BookDrawing?
  var signing: RollSigning?

  init(
    head: RollHead? = nil, letter: RollLetter? = nil, honored: HonoredBranch? = nil, winner: Citation? = nil,
    qualified: QualifiedBranch? = nil, starLines: StarLines? = nil, starRow: StarRow? = nil,
    figures: RollFigures? = nil, index: NameIndex? = nil, remark: RollRemark? = nil,
    drawing: BookDrawing? = nil, signing: RollSigning? = nil
  ) {
    self.head = head
    self.letter = letter
    self.honored = honored
    self.winner = winner
    self.qualified = qualified
    self.starLines = starLines
    self.starRow = starRow
    self.figures = figures
    self.index = index
    self.remark = remark
    self.drawing = drawing
    self.signing = signing
  }

  static let specimen = RollPart(
    head: .specimen, letter: .specimen, honored: .specimen, winner: .specimen, qualified: .specimen,
    starLines: .specimen, starRow: .specimen, figures: .specimen, index: .specimen,
    remark: .specimen, drawing: .specimen, signing: .specimen)
}

/// What a chapter begins with. Its words are the template's, by which chapter it is.
struct RollHead: Fillable {
  enum Chapter: String, CaseIterable, Fillable {
    case branches, winners, qualified, stars, index

    func fill(_ out: inout Filler) {
      for chapter in Self.allCases { out.flag("of_\(chapter.rawValue)", chapter == self) }
    }
  }

  @Inlined var chapter: Chapter
  var count: Int
  var isNone: Bool { count == 0 }
  var perBranch: Int
  var winnerCount: Int
  var hasWinners: Bool { winnerCount > 0 }
  var starHours: String
  var starFirst: Int
  var nameOrder: String

  static let specimen = RollHead(
    chapter: .stars, count: 15, perBranch: 5, winnerCount: 12, starHours: "10.00", starFirst: 20, nameOrder: "姓名拼音")
}

/// A stretch of the committee's message, as long as a page has room for.
struct RollLetter: Fillable {
  var isFirst: Bool
  var title: String
  /// UTF-8.
  @HTML var html: [UInt8]
  var isLast: Bool
  var signedBy: String
  var on: String

  static let specimen = RollLetter(
    isFirst: true, title: "寄语", html: Array("<p>这一年的每一分都有出处。</p>".utf8), isLast: true, signedBy: "公司党委",
    on: "二〇二五年十二月二十七日")
}

/// A drawing of the project's over the page's whole width.
struct BookDrawing: Fillable {
  @WebAddress var address: String
  /// Whether it stands at the foot of its page.
  var isFoot: Bool

  static let specimen = BookDrawing(address: "media/rivers/rain.svg", isFoot: true)
}

struct StarLines: Fillable {
  @HTML var svg: String

  static let specimen = StarLines(svg: "<svg viewBox=\"0 0 166 90\" aria-hidden=\"true\"></svg>")
}

/// Welfare stars in a row of a grid, where they are too many for lines.
struct StarRow: Fillable {
  struct Cell: Fillable {
    @Inlined var name: GridName
    var hours: String
  }

  var cells: [Cell]

  static let specimen = StarRow(cells: [Cell(name: .specimen, hours: "32.00")])
}

/// A note on what the roll was made from.
struct RollRemark: Fillable {
  var isFirst: Bool
  var number: Int
  var text: String

  static let specimen = RollRemark(isFirst: true, number: 1, text: "名单按姓名拼音排列。")
}

struct RollSigning: Fillable {
  @WebAddress var drawing: [String]
  var date: String

  /// Below notes, without a drawing, in tenths of a millimetre.
  /// - Parameter words: what its first paragraph says of this year, beside some thirty characters of its own.
  static func height(_ words: String, signedBy committee: String) -> Int {
    let paragraph = LineFit.lines(words + String(repeating: "　", count: 34), ems: 39)
    return 1170 + 81 * paragraph + 90 * LineFit.lines(committee + "　　　　", ems: 27)
  }

  static let specimen = RollSigning(drawing: ["media/rivers/rain.svg"], date: "二〇二五年十二月二十七日")
}

/// The year in figures.
struct RollFigures: Fillable {
  var branches: Int
  var ranked: Int
  var records: String
  var hours: String
  /// Per cent; none where nobody is eligible.
  var welfareRate: [String]
  var activities: Int
  var projects: Int
  var qualified: Int

  static let specimen = RollFigures(
    branches: 16, ranked: 395, records: "9,284", hours: "3,724.83", welfareRate: ["96.7"], activities: 41,
    projects: 19, qualified: 76)
}

/// Names in columns, each with the pages on which it stands.
struct NameIndex: Fillable {
  struct Line: Fillable {
    /// A letter that names below begin with; none or one.
    var letter: [String]
    @Inlined var name: GridName
    var pages: String
  }

  struct Column: Fillable {
    var lines: [Line]
  }

  var columns: [Column]

  static let specimen = NameIndex(columns: [
    Column(lines: [Line(letter: ["G"], name: .specimen, pages: "8, 13")])
  ])
}
