import Composing
import Reading
import Scoring
import Templating
import Texts
import Wording

/// The honor roll (光荣榜) as a book for the year-end meeting: every section of the template is one page.
struct PrintedHonorRoll: PrintDocument {
  /// A line of the contents.
  struct Entry: Fillable {
    struct Person: Fillable {
      var name: String
      /// Set smaller in three columns.
      var isLong: Bool { displayWidth(name) > 18 }
      var branch: String
      var page: Int
    }

    @Inlined var chapter: Chapter
    /// Of the message.
    var title: String
    var page: Int
    var people: [Person]
    /// In how many columns they stand: 1, 2 or 3.
    var columns: Int
  }

  enum Chapter: String, CaseIterable, Fillable {
    case message, branches, winners, qualified, stars, figures, index, notes, signing

    func fill(_ out: inout Filler) {
      for chapter in Self.allCases { out.flag("of_\(chapter.rawValue)", chapter == self) }
    }
  }

  @Inlined var chrome: Chrome
  var company: String
  var committee: String
  /// 二〇二五, and 二〇二五年十二月.
  var yearInHan: String
  var monthInHan: String
  /// The year's own picture.
  @HTML var spectrum: String
  var winnerCount: Int
  var hasWinners: Bool { winnerCount > 0 }
  var ranked: Int
  /// Over the contents; none or one.
  @WebAddress var drawing: [String]
  var contents: [Entry]
  var pages: [RollPage]
  /// Of the whole book.
  var pageCount: Int { pages.count + 2 }

  static let template = "print/honor-roll"
  static let specimen = PrintedHonorRoll(
    chrome: .specimen, company: "示例仪器公司", committee: "公司党委", yearInHan: "二〇二五", monthInHan: "二〇二五年十二月",
    spectrum: "<svg viewBox=\"0 0 166 164\" aria-hidden=\"true\"></svg>", winnerCount: 12, ranked: 395,
    drawing: ["media/rivers/rain.svg"],
    contents: [
      Entry(
        chapter: .winners, title: "寄语", page: 6,
        people: [.init(name: "高远", branch: "环境监测支部", page: 6)], columns: 1)
    ],
    pages: [.specimen]
      + ["branches", "winners", "qualified", "stars", "index", "index-notes", "notes", "notes-signing", "signing"].map {
        RollPage(sheet: $0, number: 7, parts: [])
      })
}

extension PrintedHonorRoll {
  var sheets: [Sheet] {
    [
      Sheet("cover"), Sheet("contents", Words.contents), Sheet("message", Words.messageOfCommittee),
      Sheet("branches", Words.excellentBranch), Sheet("winners", Words.excellentMember),
      Sheet("qualified", Words.qualified), Sheet("stars", Words.starsOfRoll), Sheet("index", Words.indexOfRoll),
      Sheet("index-notes", "\(Words.indexOfRoll)　\(Words.notesOfRoll)"), Sheet("notes", Words.notesOfRoll),
      Sheet("notes-signing", "\(Words.notesOfRoll)　\(Words.signing)"), Sheet("signing", Words.signing),
    ]
  }
}

extension PrintPlan {
  package static func honorRoll(_ context: SiteContext, year: Ref<YearLedger>) -> PrintPlan {
    PrintedHonorRoll.plan("honor-roll-\(context[year].ledger.year)") {
      var binding = RollBinding(context, year)
      return binding.bound()
    }
  }
}
